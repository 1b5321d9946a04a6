// Starts the page: reads the cast and the state, opens the line, and wires the switches in the bar.

import { $ } from "./dom.js";
import { found, lost, through } from "./banner.js";
import { bench, icon } from "./icons.js";
import { chips } from "./chips.js";
import { clock } from "./clock.js";
import { coach } from "./coach.js";
import { happened } from "./happened.js";
import { paced } from "./pace.js";
import { newcomers } from "./newcomer.js";
import { front, places } from "./places.js";
import { plug } from "./plug.js";
import { apply, on, store, take, tell } from "./store.js";
import { stage } from "./stage.js";
import { listen } from "./stream.js";
import { language, speak } from "./words.js";

const AGAIN = 1_500;
const preferred = navigator.language.startsWith("zh") ? "zh" : "en";
const line = paced(apply);
let reading = null;

async function readAll() {
  line.hold();
  try {
    let state = await stage.state();
    if (state.undecided) {
      await stage.language(preferred);
      state = await stage.state();
    }
    const cast = await stage.cast();
    speak(state.language);
    document.body.classList.toggle("undirected", !state.directed);
    take(cast, state);
    document.body.classList.add("ready");
  } finally {
    reading = null;
    line.go();
  }
}

/** Reads everything again; calls that come while one is under way share it. */
const reread = () => (reading ??= readAll());

async function catchUp() {
  try {
    await reread();
    found();
  } catch {
    lost(1);
    setTimeout(catchUp, AGAIN);
  }
}

async function again() {
  const key = $("#again");
  key.disabled = true;
  document.body.classList.add("fresh");
  if (await through(stage.reset())) await through(reread());
  document.body.classList.remove("fresh");
  key.disabled = false;
}

/** On a narrow screen the bar is one row, and the rest of it folds out. */
function unfold() {
  $("#rest").setAttribute("aria-expanded", String($("#bar").classList.toggle("open")));
}

async function otherLanguage() {
  const wanted = language() === "zh" ? "en" : "zh";
  speak(wanted);
  if (store.cast) tell("state");
  await through(stage.language(wanted));
}

function signs() {
  $("#brand-sign").append(bench());
  for (const place of document.querySelectorAll("[data-icon]")) place.prepend(icon(place.dataset.icon));
}

signs();
speak(preferred);
plug();
places();
newcomers((id) => through(reread().then(() => front(id))));
clock();
coach();
chips();
happened();
on("stale", () => through(reread()));
$("#again").onclick = again;
$("#language").onclick = otherLanguage;
$("#rest").onclick = unfold;
listen({
  event: (event) => line.push(event),
  opened: catchUp,
  lost,
});
