// The strip with the stage's moved clock: what time it is there, and four ways to move it on.

import { $ } from "./dom.js";
import { through } from "./banner.js";
import { now, on, store } from "./store.js";
import { stage } from "./stage.js";
import { day, hour, soon } from "./when.js";
import { pick, say } from "./words.js";

const MOVES = { "#ten": { by: 600 }, "#hour": { by: 3600 }, "#day": { by: 86_400 }, "#next": { to: "next" } };
const TICK = 5_000;

let moving = false;

/** Moves the clock; further presses wait for the first to arrive. */
export async function move(by) {
  if (moving) return;
  moving = true;
  show();
  await through(stage.clock(by));
  moving = false;
  show();
}

function show() {
  if (!store.cast) return;
  const at = now();
  $("#today").textContent = day(at);
  $("#now").textContent = hour(at);
  $("#now").dateTime = new Date(at).toISOString();
  const { next } = store;
  $("#next b").textContent = next ? soon(next.at, at) : "";
  $("#next span").textContent = next ? pick(next.label) : say("no_next");
  $("#next").setAttribute("aria-label", next ? `${say("to_next")}: ${soon(next.at, at)} ${pick(next.label)}` : say("no_next"));
  for (const selector of Object.keys(MOVES)) $(selector).disabled = moving || (selector === "#next" && !next);
  $("#clock").classList.toggle("moving", moving);
  for (const face of document.querySelectorAll(".face-hour")) face.textContent = hour(at);
}

export function clock() {
  for (const [selector, by] of Object.entries(MOVES)) $(selector).onclick = () => move(by);
  setInterval(show, TICK);
  on("clock", show);
  on("state", show);
}
