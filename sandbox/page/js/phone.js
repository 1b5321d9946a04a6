// One person's phone, large: name plate, screen, the chat with the bot, its composer, rings, toasts.

import { h, play } from "./dom.js";
import { through } from "./banner.js";
import { Composer } from "./composer.js";
import { chooseTaker, comesIn } from "./forward.js";
import { drawGate } from "./gate.js";
import { fingers } from "./gestures.js";
import { bench, icon } from "./icons.js";
import { insist, lookAt } from "./sheet.js";
import { opened } from "./links.js";
import { stage } from "./stage.js";
import { chat, opener, poster, read, store } from "./store.js";
import { Talk } from "./talk.js";
import { pick, say, translate } from "./words.js";

const SPINS = 10_000;
const TOAST = 3_500;

/** On a narrow screen there is one phone only, and it is looked at. */
export const alone = matchMedia("(max-width: 999px)");

export const face = (someone) => h("span", { class: `face ${someone.role}`, "aria-hidden": "true" }, pick(someone.name).slice(0, 1));

export class Phone {
  constructor(someone) {
    this.someone = someone;
    this.pending = new Map(); // message id → the button whose answer is awaited
    this.screen = h("div", { class: "screen" });
    const acts = {
      tap: (message, row, column) => this.tap(message, row, column),
      reply: (message) => this.composer.regard("reply", message),
      edit: (message) => this.composer.regard("edit", message),
      jump: (id) => this.talk.jump(id),
      command: (words) => this.doing(stage.say(someone.id, words)),
      look: (address, words) => lookAt(this.screen, address, words),
      copy: (words) => this.copy(words),
      forward: (message) => chooseTaker(this.screen, someone, message, this.doing),
      deepLink: (address) => this.deepLink(address),
    };
    this.talk = new Talk(acts, (atEnd) => this.screen.classList.toggle("away", !atEnd));
    fingers(this.talk.inner, { reply: (id) => acts.reply(this.message(id)) });
    this.doing = (act) => through(act);
    this.composer = new Composer(someone, this.screen, this.doing);
    this.build();
  }

  build() {
    this.plate = h("div", { class: "plate" });
    this.badge = h("span", { class: "badge", "aria-live": "polite" });
    this.title = h("header", { class: "title" });
    this.toasts = h("div", { class: "toasts", role: "status" });
    const toEnd = h("button", { type: "button", class: "round to-end", data: { wordLabel: "to_end" }, "aria-label": say("to_end"), onclick: () => this.talk.toEnd() }, icon("down"));
    const status = h("div", { class: "status", "aria-hidden": "true" }, h("span", { class: "face-hour" }), h("i", { class: "signal" }));
    this.screen.append(status, this.title, h("div", { class: "middle" }, this.talk.element, toEnd, this.toasts), this.composer.element);
    this.case = h("div", { class: "case" }, this.screen, this.badge);
    this.element = h("article", { class: "phone", data: { person: this.someone.key, role: this.someone.role } }, this.plate, this.case);
    for (const kind of ["pointerdown", "focusin", "wheel"]) this.element.addEventListener(kind, () => this.attend(), { passive: true });
    this.names();
  }

  /** Everything that is worded by the page, in the language that is on. */
  names() {
    const { someone } = this;
    translate(this.element); // a phone that lies away is no part of the document
    this.element.setAttribute("aria-label", say("phone_of", { name: pick(someone.name) }));
    this.plate.replaceChildren(face(someone), h("div", {}, h("b", {}, pick(someone.name)), h("span", { class: "role" }, say(someone.role)), h("p", {}, pick(someone.about))));
    this.state = h("span", { class: "state" });
    const name = h("div", {}, h("b", {}, store.cast.bot.first_name), this.state);
    const whose = h("span", { class: "whose", "aria-hidden": "true" }, pick(someone.about)); // where there is no plate
    this.title.replaceChildren(h("span", { class: "face bot" }, bench()), name, whose);
    this.talk.element.setAttribute("aria-label", `${pick(someone.name)} — ${store.cast.bot.first_name}`);
    this.screen.querySelector(":scope > .gate")?.remove();
    this.showGate();
    this.showState();
  }

  message(id) {
    return chat(this.someone.id).messages.find((one) => one.id === id);
  }

  refresh() {
    this.talk.show(chat(this.someone.id).messages, this.pending);
    this.composer.refresh();
    this.showGate();
    this.showState();
    this.showUnread();
  }

  showState() {
    const { typing, blocked } = chat(this.someone.id);
    const key = blocked ? "blocked" : store.bot !== "up" ? store.bot : typing ? "typing" : "bot";
    this.state.textContent = say(key);
    this.state.className = `state ${key}`;
  }

  showGate() {
    const wanted = opener() === this.someone && !chat(this.someone.id).messages.length ? poster(store.cast.opening.poster) : null;
    const stands = this.screen.querySelector(":scope > .gate");
    if (Boolean(stands) === Boolean(wanted)) return;
    this.screen.classList.toggle("at-gate", Boolean(wanted));
    stands?.remove();
    for (const part of this.screen.children) part.inert = Boolean(wanted); // the chat behind the scene cannot be reached by keyboard
    if (wanted) this.screen.append(drawGate(this.someone, wanted, () => this.scan(wanted)));
    else if (this.scanned) this.composer.takeFocus();
    this.scanned = false;
  }

  /** The gate opens with the first message, which may come before the answer to the scan or after it. */
  async scan(wanted) {
    this.scanned = true;
    if (!(await this.doing(stage.start(this.someone.id, wanted.payload)))) this.scanned = false;
  }

  showUnread() {
    const { unread } = chat(this.someone.id);
    const grew = unread > Number(this.badge.textContent || 0);
    this.badge.textContent = unread || "";
    this.badge.setAttribute("aria-label", unread ? say("unread", { n: unread }) : "");
    if (grew) play(this.badge, "rises");
  }

  /** Somebody looks at this phone: its unread messages are read. */
  attend() {
    const { id } = this.someone;
    if (!this.element.isConnected || !chat(id).unread) return;
    read(id);
    stage.read(id).catch(() => null); // a badge that stays until the next look does no harm
  }

  attended() {
    if (!this.element.isConnected) return false;
    return alone.matches || (this.element.contains(document.activeElement) && document.hasFocus());
  }

  ring(silent) {
    if (!silent && this.element.isConnected && !this.attended()) play(this.case, "shakes");
  }

  async tap(message, row, column) {
    const { id } = message;
    if (this.pending.has(id)) return;
    const mark = { row, column };
    this.pending.set(id, mark);
    this.talk.awaitAnswer();
    this.refresh();
    setTimeout(() => this.pending.get(id) === mark && this.settle(id), SPINS);
    if (!(await this.doing(stage.tap(this.someone.id, id, row, column)))) this.settle(id);
  }

  /** The bot answered a press: its spinner stops. */
  settle(id) {
    if (!this.pending.has(id)) return;
    this.pending.delete(id);
    this.talk.show(chat(this.someone.id).messages, this.pending);
  }

  /** Browsers lend the clipboard to safe addresses only; elsewhere the words are shown, to be read off. */
  async copy(words) {
    const done = await navigator.clipboard?.writeText(words).then(() => true, () => false);
    this.toast(done ? say("copied") : words, false);
  }

  toast(text, alert) {
    if (alert) return insist(this.screen, text);
    const element = h("div", { class: "toast" }, text);
    this.toasts.querySelector(".toast")?.remove();
    this.toasts.append(element);
    return setTimeout(() => element.remove(), TOAST);
  }

  incoming(giver, message) {
    comesIn(this.toasts, giver, message);
  }

  deepLink(address) {
    const link = opened(address);
    return link?.own ? () => this.doing(stage.start(this.someone.id, link.payload)) : null;
  }
}
