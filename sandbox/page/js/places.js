// Who stands where: two phones large side by side (one on a alone screen), the others as pocket phones or tabs.

import { $, h, play } from "./dom.js";
import { gist } from "./media.js";
import { Phone, alone, face } from "./phone.js";
import { chat, on, opener, store, tell } from "./store.js";
import { pick, say } from "./words.js";

const phones = new Map(); // person id → Phone
const small = new Map(); // person id → {tab, pocket}
let large = []; // person ids: the left place, the right place

export const phoneOf = (id) => phones.get(id);

export const inFront = () => (alone.matches ? [large[0]] : large);

const someone = (id) => store.cast.people.find((one) => one.id === id);

/** Those who are large already where somebody was added, else the two whom the cast puts in front. */
function firstTwo() {
  const wanted = store.cast.people.filter((one) => one.size === "large");
  const order = [...new Set([...large.map(someone), opener(), ...wanted, ...store.cast.people].filter(Boolean))];
  return order.slice(0, 2).map((one) => one.id);
}

function pocket(one) {
  const badge = h("span", { class: "badge" });
  const last = h("span", { class: "last" });
  const key = h("button", { type: "button", class: "pocket", data: { person: one.key } }, h("span", { class: "tiny" }, face(one), h("b", {}, pick(one.name)), last), badge);
  key.onclick = () => front(one.id);
  return { key, badge, last };
}

function tab(one) {
  const badge = h("span", { class: "badge" });
  const key = h("button", { type: "button", role: "tab", class: "tab", data: { person: one.key } }, face(one), h("b", {}, pick(one.name)), badge);
  key.onclick = () => front(one.id);
  return { key, badge };
}

function showSmall(id) {
  const { unread, messages } = chat(id);
  const one = someone(id);
  for (const { key, badge, last } of Object.values(small.get(id))) {
    const grew = unread > Number(badge.textContent || 0);
    badge.textContent = unread || "";
    if (last) last.textContent = messages.length ? gist(messages.at(-1)) : "";
    const name = say("phone_of", { name: pick(one.name) });
    key.setAttribute("aria-label", unread ? `${name}, ${say("unread", { n: unread })}` : name);
    if (grew) play(badge, "rises");
  }
}

/** Brings somebody's phone to the front: residents to the left place, everybody else to the right one. */
export function front(id, focus = true) {
  if (alone.matches) large = [id, large.find((one) => one !== id)];
  else if (!store.directed && !large.includes(id)) large = [id, large[0]];
  else if (!large.includes(id)) large = someone(id).role === "resident" ? [id, large[1]] : [large[0], id];
  arrange();
  phones.get(id).attend();
  if (focus) phones.get(id).talk.element.focus({ preventScroll: true });
}

function arrange() {
  const shown = inFront();
  $("#phones").replaceChildren(...shown.filter(Boolean).map((id) => phones.get(id).element));
  for (const id of shown) if (id) phones.get(id).talk.toEnd(false);
  const others = store.cast.people.filter((one) => !large.includes(one.id));
  $("#pockets").replaceChildren(...others.map((one) => small.get(one.id).pocket.key));
  for (const one of store.cast.people) small.get(one.id).tab.key.setAttribute("aria-selected", String(one.id === shown[0]));
  tell("clock"); // a phone that lay away has an old hour on its face
}

function rebuild() {
  const known = store.cast.people.every((one) => phones.has(one.id)) && phones.size === store.cast.people.length;
  if (!known) phones.clear();
  for (const one of store.cast.people) {
    if (!known) phones.set(one.id, new Phone(one));
    phones.get(one.id).someone = one;
    small.set(one.id, { tab: tab(one), pocket: pocket(one) });
  }
  if (!known) large = firstTwo();
  $("#tabs").replaceChildren(...store.cast.people.map((one) => small.get(one.id).tab.key));
  arrange();
}

function refreshAll() {
  rebuild();
  for (const [id, phone] of phones) {
    phone.pending.clear();
    phone.talk.first = true;
    phone.names();
    phone.refresh();
    phone.talk.toEnd(false);
    showSmall(id);
  }
}

function arrived({ id }) {
  const phone = phones.get(id);
  if (!phone) return; // a group's chat, which has no phone of its own here
  phone.refresh();
  if (phone.attended()) phone.attend();
  showSmall(id);
}

function rings({ id, silent }) {
  const phone = phones.get(id);
  if (!phone) return;
  phone.ring(silent);
  if (silent) return;
  for (const { key } of Object.values(small.get(id))) if (!phone.attended()) play(key, "shakes");
}

export function places() {
  on("state", refreshAll);
  on("chat", arrived);
  on("keyboard", ({ id }) => phones.get(id)?.composer.refresh());
  on("typing", ({ id }) => phones.get(id)?.showState());
  on("bot", () => phones.forEach((phone) => phone.showState()));
  on("unread", ({ id }) => (phones.get(id)?.showUnread(), showSmall(id)));
  on("settled", ({ id, message }) => phones.get(id)?.settle(message));
  on("toast", ({ id, text, alert }) => phones.get(id)?.toast(text, alert));
  on("passed", ({ id, giver, message }) => phones.get(id)?.incoming(giver, message));
  on("ring", rings);
  alone.addEventListener("change", () => store.cast && arrange());
}
