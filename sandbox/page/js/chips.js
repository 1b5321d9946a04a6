// Things to try, offered when nothing has happened for a while; one chip is one act, or several that can be watched.

import { $, h } from "./dom.js";
import { through } from "./banner.js";
import { move } from "./clock.js";
import { front, inFront, phoneOf } from "./places.js";
import { stage } from "./stage.js";
import { chat, now, on, person, poster, store } from "./store.js";
import { hour, weekday as weekdayOf } from "./when.js";
import { pick } from "./words.js";

const QUIET = 8_000;
const STEP = 1_200; // milliseconds between two acts of one chip, so that they can be followed
const PATIENCE = 5_000;
const DAY = 1440; // minutes

let playing = false;

const pause = (time) => new Promise((done) => setTimeout(done, time));

const minutes = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/**
 * Moves the clock to an hour such as "22:40" when it strikes within so many hours; else it is late enough already.
 * With a weekday (Sunday is 0) to that hour of the next such day.
 */
function until({ hour: wanted, within = 7 * 24, weekday = null }) {
  let left = (minutes(wanted) - minutes(hour(now())) + DAY) % DAY;
  while (weekday !== null && weekdayOf(now() + left * 60_000) !== weekday) left += DAY;
  return left && left < within * 60 ? move({ by: left * 60 }) : null;
}

/** Presses the newest button with these words as soon as it is there; false when it does not come. */
async function tap(who, words) {
  for (const start = performance.now(); performance.now() - start < PATIENCE; await pause(100)) {
    for (const { id, buttons } of [...chat(who.id).messages].reverse()) {
      const row = buttons?.findIndex((line) => line.some(({ text }) => text.includes(words))) ?? -1;
      if (row >= 0) return stage.tap(who.id, id, row, buttons[row].findIndex(({ text }) => text.includes(words)));
    }
  }
  return false;
}

/** Brings what has just come, with these words and with buttons, to the top of the screen, to be read from there. */
async function see(who, words) {
  for (const start = performance.now(); performance.now() - start < PATIENCE; await pause(100)) {
    const found = [...chat(who.id).messages].reverse().find((one) => one.out && one.buttons?.length && one.text.includes(words));
    if (found) return phoneOf(who.id).talk.jump(found.id, "start");
  }
  return false;
}

const DO = {
  say: (act, who) => stage.say(who.id, pick(act.text ?? act.label)),
  tap: (act, who) => tap(who, pick(act.text)),
  see: (act, who) => see(who, pick(act.text)),
  wait: (act) => move(act.by ? { by: act.by } : { to: "next" }),
  until,
  unplug: () => stage.unplug(),
  scan: (act, who) => stage.start(who.id, poster(act.poster).payload),
};

async function play(acts) {
  for (const act of acts) {
    if (act !== acts[0]) await pause(STEP);
    const who = act.person ? person(act.person) : null;
    if (who) front(who.id, false);
    const done = DO[act.do](act, who);
    if (!(await through(done)) || (await done) === false) return;
  }
}

/** Presses that come while a chip still plays are left out. */
async function press(chip) {
  if (playing) return;
  playing = true;
  await play(chip.acts ?? [chip]);
  playing = false;
}

export function chips() {
  const strip = $("#chips");
  const list = $("div", strip);
  let timer = null;

  function offer() {
    if (document.body.dataset.step === "scan" || !list.children.length) return;
    const foot = phoneOf(inFront()[0]).composer.element.getBoundingClientRect().top;
    strip.style.setProperty("--foot", `${innerHeight - foot}px`); // on a narrow screen they float just above the composer
    strip.classList.add("on");
  }

  function quiet() {
    strip.classList.remove("on");
    clearTimeout(timer);
    timer = setTimeout(offer, QUIET);
  }

  on("state", () => {
    const known = (store.cast.chips ?? []).filter((chip) => (chip.acts ?? [chip]).every((act) => DO[act.do]));
    list.replaceChildren(...known.map((chip) => h("button", { type: "button", class: "pill", onclick: () => (press(chip), quiet()) }, pick(chip.label))));
    quiet();
  });
  for (const kind of ["message", "toast", "clock", "bot", "ring"]) on(kind, quiet);
  for (const kind of ["input", "pointerdown", "keydown"]) {
    document.addEventListener(kind, (event) => strip.contains(event.target) || quiet(), { passive: true });
  }
}
