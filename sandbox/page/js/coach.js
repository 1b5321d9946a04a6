// The line above the phones that says what to try next, and the soft glow on the thing it speaks of.

import { $ } from "./dom.js";
import { chat, on, opener, person, poster, store } from "./store.js";
import { inFront, phoneOf } from "./places.js";
import { pick, say } from "./words.js";

const rung = new Set();
let answered = false;
let seen = false;

const own = (message) => !message.out && !(message.text ?? "").startsWith("/start");

/** Whose phone rings when the resident hands something in. */
const firstOther = () => person(store.cast.opening?.beside) ?? store.cast.people.find((one) => one.size === "large" && one !== opener());

/** Which of the first steps is next: scan, send, hand in, answer the ring, then free play. */
function step() {
  if (!store.directed) return "alone";
  const who = opener();
  if (!who) return "free";
  const { messages } = chat(who.id);
  if (!messages.length) return "scan";
  if (!messages.some(own)) return "send";
  const other = firstOther();
  if (answered || !other) return "free";
  if (rung.has(other.id)) return "ring";
  const newest = messages.findLast((one) => one.out); // an older one may be something else, such as a notice
  return newest?.buttons?.length ? "hand" : "wait";
}

function words(now) {
  const who = opener();
  if (now === "scan") return say("coach_scan", { name: pick(who.name), place: pick(poster(store.cast.opening.poster)?.name) });
  if (now === "ring") return say("coach_ring", { name: pick(firstOther().name) });
  return say(`coach_${now}`);
}

/** On a narrow screen nothing is said over the chat of somebody else than whom it is about. */
function makeRoom() {
  const now = document.body.dataset.step;
  const aside = ["scan", "send", "hand", "wait"].includes(now) && !inFront().includes(opener()?.id);
  document.body.classList.toggle("uncoached", now === "free" || aside);
}

function show() {
  if (!store.cast) return;
  const now = step();
  $("#coach").textContent = words(now);
  document.body.dataset.step = now;
  makeRoom();
  const who = opener();
  if (now === "scan") phoneOf(who.id)?.composer.forget();
  if (now === "send" && who && store.cast.composer) phoneOf(who.id)?.composer.suggest(pick(store.cast.composer));
}

export function coach() {
  on("state", () => {
    const { messages } = chat(opener()?.id ?? 0);
    if (!messages.length) {
      rung.clear();
      answered = false;
    } else if (!seen) answered = messages.some(own); // a page opened in the middle of a play teaches no first steps
    seen = true;
    show();
  });
  on("message", ({ id, message }) => {
    if (id === firstOther()?.id && own(message)) answered = true;
  });
  on("chat", show);
  on("clock", makeRoom); // also when another phone comes to the front
  on("ring", ({ id, silent }) => {
    if (!silent && step() !== "scan" && step() !== "send") rung.add(id);
    show();
  });
  on("settled", ({ id }) => {
    if (id === firstOther()?.id && rung.has(id)) answered = true;
    show();
  });
}
