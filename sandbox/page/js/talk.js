// The list of bubbles in one chat: it keeps what did not change, holds its place at the end, and can jump to a message.

import { calm, h, play } from "./dom.js";
import { bubble } from "./bubble.js";
import { day, sameDay } from "./when.js";
import { language } from "./words.js";

const NEAR_END = 90; // pixels
const HAND = 800; // milliseconds in which a scroll still counts as somebody's own
const LETTERS = { r: "reply", e: "edit", f: "forward", c: "copy" };
const ANSWER = 4_000; // milliseconds in which a new message still counts as the answer to a press

/** Messages in the groups that share a bubble: albums together, everything else alone. */
function grouped(messages) {
  const groups = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (message.album && last?.[0].album === message.album) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

export class Talk {
  constructor(acts, onPlace) {
    this.acts = acts;
    this.element = h("div", { class: "talk", role: "log", tabindex: "0" });
    this.inner = h("div", { class: "lines" });
    this.element.append(this.inner);
    this.known = new Map();
    this.first = true;
    this.stuck = true;
    this.touchedAt = 0;
    this.pressedAt = -ANSWER;
    for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) {
      this.element.addEventListener(kind, () => (this.touchedAt = performance.now()), { passive: true });
    }
    this.element.addEventListener("scroll", () => this.placed(onPlace));
    new ResizeObserver(() => this.stuck && this.toEnd(false)).observe(this.element);
    new ResizeObserver(() => this.stuck && this.toEnd(!this.first)).observe(this.inner, { box: "border-box" }); // with the room for the chips
    this.element.addEventListener("keydown", (event) => this.walk(event));
  }

  /** Only a person's own scrolling leaves the end; the smooth ride towards it passes far places too. */
  placed(onPlace) {
    const left = this.element.scrollHeight - this.element.scrollTop - this.element.clientHeight;
    if (left < NEAR_END) this.stuck = true;
    else if (performance.now() - this.touchedAt < HAND) this.stuck = false;
    onPlace(this.stuck);
  }

  /** Draws the chat anew; only bubbles that changed are replaced, and only new ones come in moving. */
  show(messages, pending) {
    const byId = new Map(messages.map((one) => [one.id, one]));
    const wanted = [];
    const keep = new Map();
    let before = null;
    for (const group of grouped(messages)) {
      if (!before || !sameDay(before, group[0].date)) wanted.push(this.date(group[0].date, keep));
      before = group[0].date;
      wanted.push(this.line(group, byId, pending, keep));
    }
    this.known = keep;
    this.arrange(wanted);
    this.first = false;
  }

  line(group, byId, pending, keep) {
    const id = group[0].id;
    const held = pending.get(group.at(-1).id);
    const sign = JSON.stringify([group, held ?? null, byId.get(group[0].reply_to) ?? null, language()]);
    const old = this.known.get(id);
    if (old?.sign === sign) return keep.set(id, old).get(id).element;
    const element = bubble(group, { find: (wanted) => byId.get(wanted), pending: held, acts: this.acts });
    if (!old && !this.first) element.classList.add("arrives");
    const answers = performance.now() - this.pressedAt < ANSWER;
    if (!old && (!group[0].out || answers)) this.stuck = true; // one's own line is followed, and the answer to a press
    if (old && !this.first && old.edited !== group[0].edited_at) element.classList.add("changes");
    keep.set(id, { sign, element, edited: group[0].edited_at });
    return element;
  }

  date(instant, keep) {
    const id = `day ${day(instant)}`;
    const element = this.known.get(id)?.element ?? h("div", { class: "date" }, h("span", {}, day(instant)));
    keep.set(id, { element });
    return element;
  }

  arrange(wanted) {
    const staying = new Set(wanted);
    const focused = this.inner.contains(document.activeElement) ? document.activeElement.closest("[data-message]")?.dataset.message : null;
    for (const child of [...this.inner.children]) if (!staying.has(child)) child.remove();
    wanted.forEach((element, at) => {
      if (this.inner.children[at] !== element) this.inner.insertBefore(element, this.inner.children[at] ?? null);
    });
    if (focused && !this.inner.contains(document.activeElement)) this.find(Number(focused))?.focus({ preventScroll: true });
  }

  /** A button was pressed, maybe far up: what comes next is shown. */
  awaitAnswer() {
    this.pressedAt = performance.now();
  }

  find(id) {
    return this.inner.querySelector(`[data-message="${id}"]`);
  }

  jump(id, block = "center") {
    const target = this.find(id);
    if (!target) return;
    this.stuck = false;
    target.scrollIntoView({ block, behavior: calm() ? "auto" : "smooth" });
    play(target, "shown");
  }

  toEnd(smooth = true) {
    this.stuck = true;
    this.element.scrollTo({ top: this.element.scrollHeight, behavior: smooth && !calm() ? "smooth" : "auto" });
  }

  /** Arrow keys go from bubble to bubble; a letter does something with the one that is reached. */
  walk(event) {
    const row = document.activeElement?.closest?.(".row");
    if (event.target.matches("button, a, video, input")) return;
    const rows = [...this.inner.querySelectorAll(".row")];
    const at = rows.indexOf(row);
    if (event.key === "ArrowUp") (rows[at < 0 ? rows.length - 1 : Math.max(0, at - 1)])?.focus();
    else if (event.key === "ArrowDown" && at >= 0) rows[Math.min(rows.length - 1, at + 1)].focus();
    else if (row && LETTERS[event.key]) row.querySelector(`.doings .${LETTERS[event.key]}`)?.click();
    else return;
    event.preventDefault();
  }
}
