// Things to try, offered when nothing has happened for a while.

import { $, h } from "./dom.js";
import { through } from "./banner.js";
import { move } from "./clock.js";
import { front, inFront, phoneOf } from "./places.js";
import { stage } from "./stage.js";
import { on, person, poster, store } from "./store.js";
import { pick } from "./words.js";

const QUIET = 8_000;

const DO = {
  say: (chip, who) => stage.say(who.id, pick(chip.text ?? chip.label)),
  wait: (chip) => move(chip.by ? { by: chip.by } : { to: "next" }),
  unplug: () => stage.unplug(),
  scan: (chip, who) => stage.start(who.id, poster(chip.poster).payload),
};

function press(chip) {
  const who = chip.person ? person(chip.person) : null;
  if (who) front(who.id, false);
  through(DO[chip.do](chip, who));
}

export function chips() {
  const strip = $("#chips");
  const list = $("div", strip);
  let timer = null;

  function offer() {
    if (document.body.dataset.step === "scan") return;
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
    const known = (store.cast.chips ?? []).filter((chip) => DO[chip.do]);
    list.replaceChildren(...known.map((chip) => h("button", { type: "button", class: "pill", onclick: () => (press(chip), quiet()) }, pick(chip.label))));
    quiet();
  });
  for (const kind of ["message", "toast", "clock", "bot", "ring"]) on(kind, quiet);
  for (const kind of ["input", "pointerdown", "keydown"]) {
    document.addEventListener(kind, (event) => strip.contains(event.target) || quiet(), { passive: true });
  }
}
