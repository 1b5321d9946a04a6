// One bubble: a message, or an album of several, with its quote, words, marks, buttons and what one can do with it.

import { h } from "./dom.js";
import { dressed, plain } from "./entities.js";
import { icon } from "./icons.js";
import { album, gist, shown } from "./media.js";
import { store } from "./store.js";
import { hour } from "./when.js";
import { pick, say } from "./words.js";

function quote(message, original, acts) {
  if (!message.reply_to) return null;
  const words = original ? gist(original) : say("gone");
  return h("button", { type: "button", class: "quote", onclick: () => acts.jump(message.reply_to) }, h("span", {}, plain(words)));
}

function marks(message) {
  return h(
    "span",
    { class: "marks" },
    message.edited_at ? h("span", {}, say("edited")) : null,
    message.protected ? h("span", { class: "mark", title: say("protected") }, icon("lock")) : null,
    message.silent && message.out ? h("span", { class: "mark", title: say("silent") }, icon("mute")) : null,
    h("time", { datetime: message.date }, hour(message.date)),
  );
}

function key(button, message, row, column, pending, acts) {
  const own = button.url ? acts.deepLink(button.url) : null;
  if (button.url && !own) return h("a", { class: "key", href: button.url, target: "_blank", rel: "noopener noreferrer" }, button.text, " ↗");
  const press = button.copy_text ? () => acts.copy(button.copy_text) : (own ?? (() => acts.tap(message, row, column)));
  const waits = pending?.row === row && pending?.column === column;
  return h(
    "button",
    { type: "button", class: waits ? "key waits" : "key", "aria-busy": waits ? "true" : null, onclick: press },
    h("span", {}, plain(button.text)),
  );
}

function keys(message, pending, acts) {
  if (!message.buttons?.length) return null;
  const rows = message.buttons.map((buttons, row) =>
    h("div", { class: "keyrow" }, buttons.map((button, column) => key(button, message, row, column, pending, acts))),
  );
  return h("div", { class: "keys" }, rows);
}

function doings(message, words, acts) {
  const one = (kind, act) => h("button", { type: "button", tabindex: "-1", class: kind, title: say(kind), "aria-label": say(kind), onclick: act }, icon(kind));
  return h(
    "div",
    { class: "doings" },
    one("reply", () => acts.reply(message)),
    !message.out && message.kind === "text" ? one("edit", () => acts.edit(message)) : null,
    message.protected ? null : one("forward", () => acts.forward(message)),
    words && !message.protected ? one("copy", () => acts.copy(words)) : null,
  );
}

/** A deep link's payload is the program's business: like Telegram, the page shows "/start" alone. */
const spoken = ({ out, text }) => (out ? text : text.replace(/^\/start\s.*$/, "/start"));

/** Who wrote a forwarded message first: somebody of the cast, else the bot. */
function author(id) {
  const known = store.cast.people.find((one) => one.id === id);
  return known ? pick(known.name) : store.cast.bot.first_name;
}

/** messages: one, or the parts of one album. find(id) gives the message that a reply answers, or undefined. */
export function bubble(messages, { find, pending, acts }) {
  const first = messages[0];
  const captioned = messages.find((one) => one.caption) ?? first;
  const words = first.kind === "text" ? spoken(first) : captioned.caption;
  const reactions = messages.flatMap((one) => one.reactions ?? []).map(({ emoji }) => emoji);
  const body = h(
    "div",
    { class: `bubble is-${first.kind}${words ? "" : " bare"}${first.protected ? " protected" : ""}` },
    first.forwarded_from ? h("span", { class: "forwarded" }, say("forwarded", { name: author(first.forwarded_from) })) : null,
    quote(first, find(first.reply_to), acts),
    messages.length > 1 ? album(messages, acts) : shown(first, acts),
    words ? h("span", { class: "words" }, dressed(words, captioned.entities ?? [], acts)) : null,
    marks(messages.at(-1)),
    reactions.length ? h("span", { class: "reactions" }, reactions.join(" ")) : null,
  );
  return h(
    "div",
    { class: `row ${first.out ? "theirs" : "mine"}`, tabindex: "-1", data: { message: first.id } },
    h("div", { class: "stack" }, body, keys(messages.at(-1), pending, acts)),
    doings(first, words, acts),
  );
}
