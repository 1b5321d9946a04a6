// Forwarding a message: whom to, and what the one who gets it sees come in.

import { h } from "./dom.js";
import { bench, icon } from "./icons.js";
import { gist } from "./media.js";
import { openSheet } from "./sheet.js";
import { stage } from "./stage.js";
import { store } from "./store.js";
import { pick, say } from "./words.js";

const groupsOf = (someone) => [...store.chats].filter(([id, { members }]) => id < 0 && members?.includes(someone.id));

const sign = (one) => h("span", { class: `face ${one.role}`, "aria-hidden": "true" }, pick(one.name).slice(0, 1));

/** Asks which chat a message goes to: the bot, a group with the bot, or somebody else on this page. */
export function chooseTaker(screen, someone, message, doing) {
  const content = h("div", { class: "choices" });
  const close = openSheet(screen, say("forward_to"), content);
  const taker = (id, name, mark) =>
    content.append(h("button", { type: "button", class: "choice", onclick: () => (close(), doing(stage.forward(someone.id, message.id, id))) }, mark, h("b", {}, name)));
  for (const one of store.cast.people) if (one.id !== someone.id) taker(one.id, pick(one.name), sign(one));
  for (const [id, { title }] of groupsOf(someone)) taker(id, title, icon("person"));
  taker(someone.id, store.cast.bot.first_name, h("span", { class: "face bot" }, bench()));
  content.querySelector("button").focus({ preventScroll: true });
}

/** What comes in from another chat, above the one that is open; it stays until it is tapped away. */
export function comesIn(toasts, giver, message) {
  const name = pick(store.cast.people.find((one) => one.id === giver)?.name ?? "");
  const words = message.text || message.caption || gist(message);
  const note = h("button", { type: "button", class: "incoming", "aria-label": say("close"), onclick: () => note.remove() }, h("b", {}, say("forwarded", { name })), h("span", {}, words));
  toasts.append(note);
}
