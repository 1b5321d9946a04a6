// The line at the bottom of a phone: words, attachments, voice, the big keys, answering and changing a message.

import { h } from "./dom.js";
import { openAttach } from "./attach.js";
import { matching } from "./commands.js";
import { icon } from "./icons.js";
import { bigKeys } from "./keyboard.js";
import { gist } from "./media.js";
import { microphone } from "./record.js";
import { stage } from "./stage.js";
import { chat } from "./store.js";
import { say, translate } from "./words.js";

const TALLEST = 120;

const round = (sign, word, act) =>
  h("button", { type: "button", class: `round ${sign}`, "aria-label": say(word), title: say(word), data: { wordLabel: word }, onclick: act }, icon(sign));

export class Composer {
  constructor(someone, screen, doing) {
    this.someone = someone;
    this.doing = doing;
    this.screen = screen;
    this.about = null; // {kind: "reply" | "edit", message}
    this.hinted = "";
    this.line = h("textarea", { rows: "1", maxlength: "4096", enterkeyhint: "send", data: { wordEmpty: "message", wordLabel: "message" }, "aria-label": say("message"), placeholder: say("message") });
    this.panel = h("div", { class: "panel" });
    this.menu = h("div", { class: "menu" });
    this.subject = h("div", { class: "subject" });
    this.keys = h("div", { class: "bigkeys" });
    this.sendKey = round("send", "send", () => this.send());
    this.mic = microphone(this.panel, someone, doing);
    this.toggle = round("keys", "hide_keys", () => this.fold());
    this.startKey = h("button", { type: "button", class: "strong wide start", data: { word: "start" }, onclick: () => doing(stage.start(someone.id)) });
    this.bar = h("div", { class: "bar-line" }, round("clip", "attach", () => openAttach(screen, someone, doing)), this.line, this.toggle, this.mic, this.sendKey);
    this.element = h("footer", { class: "composer" }, this.panel, this.menu, this.subject, this.bar, this.keys, this.startKey);
    this.line.addEventListener("input", () => (this.fit(), this.offer()));
    this.line.addEventListener("keydown", (event) => this.typed(event));
    translate(this.element);
    this.refresh();
    this.fit();
  }

  /** Shows the chat's big keys, or the one "start" key while nothing was ever said. */
  refresh() {
    const { keyboard, messages, started } = chat(this.someone.id);
    this.element.classList.toggle("unstarted", !started && !messages.length);
    this.keys.replaceChildren(...bigKeys(keyboard, this.screen, this.someone, this.doing));
    this.toggle.hidden = !keyboard?.length;
  }

  fold() {
    const folded = this.element.classList.toggle("folded");
    this.toggle.dataset.wordLabel = folded ? "show_keys" : "hide_keys";
    translate(this.element);
  }

  typed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && this.about) this.leave();
  }

  fit() {
    const empty = !this.line.value.trim();
    this.element.classList.toggle("empty", empty);
    this.line.style.height = "auto";
    this.line.style.height = `${Math.min(TALLEST, this.line.scrollHeight)}px`;
  }

  /** A line that begins with a stroke brings up the bot's commands. */
  offer() {
    const rows = matching(chat(this.someone.id).commands, this.line.value, (command) => {
      this.write(command);
      this.send();
    });
    this.menu.replaceChildren(...rows);
  }

  write(words) {
    this.line.value = words;
    this.fit();
  }

  /** Puts a first line into an untouched composer; what a person wrote, or wiped away, is never replaced. */
  suggest(words) {
    if (this.line.value !== this.hinted) return;
    this.hinted = words;
    this.write(words);
  }

  /** Untouched again, for a play that begins anew. */
  forget() {
    this.hinted = "";
    this.write("");
  }

  /** Where there is a real keyboard; on a touch screen this would only bring up the drawn one. */
  takeFocus() {
    if (matchMedia("(hover: hover)").matches) this.line.focus({ preventScroll: true });
  }

  async send() {
    const words = this.line.value.trim();
    if (!words) return;
    const { about } = this;
    this.leave();
    this.write("");
    this.menu.replaceChildren();
    this.takeFocus();
    const { id } = this.someone;
    const act = about?.kind === "edit" ? stage.edit(id, about.message.id, words) : stage.say(id, words, about?.message.id);
    const done = await this.doing(act);
    if (!done && !this.line.value) this.write(words);
  }

  regard(kind, message) {
    this.about = { kind, message };
    const head = say(kind === "edit" ? "editing" : "replying");
    const leave = h("button", { type: "button", class: "round", "aria-label": say("cancel"), onclick: () => this.leave(true) }, icon("close"));
    this.subject.replaceChildren(icon(kind), h("span", { class: "about" }, h("b", {}, head), h("span", {}, gist(message))), leave);
    if (kind === "edit") this.write(message.text);
    this.line.focus({ preventScroll: true });
  }

  leave(clear = false) {
    if (clear && this.about?.kind === "edit") this.write("");
    this.about = null;
    this.subject.replaceChildren();
  }
}
