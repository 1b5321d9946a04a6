// Choosing a place: a pin on the district's map for a location, a list of known places for a venue.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { drawMap, nearest, places, standing } from "./map.js";
import { openSheet } from "./sheet.js";
import { stage } from "./stage.js";
import { pick, say } from "./words.js";

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const STEP = 12; // drawing units, about a hundredth of the district's width

/** A map whose pin follows a tap or the arrow keys; moved(spot) is told each new place. */
function pinnable(spot, moved) {
  const { drawing, at, move } = drawMap(spot, { shape: 0.72, pixels: 350 });
  const board = h("div", { class: "pinnable", tabindex: "0", role: "application", "aria-label": say("where") }, drawing);
  let here = spot;
  const go = (x, y) => {
    here = { lat: at.lat(y), lon: at.lon(x) };
    move(here);
    moved(here);
  };
  board.addEventListener("click", (event) => {
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.getScreenCTM().inverse());
    go(x, y);
  });
  board.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    go(at.x(here.lon) + step[0] * STEP, at.y(here.lat) + step[1] * STEP);
  });
  return { board, put: (to) => go(at.x(to.lon), at.y(to.lat)) };
}

export function chooseLocation(screen, someone, doing) {
  let spot = standing(someone);
  const beside = h("p", { class: "beside", role: "status" });
  const moved = (to) => {
    spot = to;
    const close = nearest(to);
    beside.textContent = close ? say("near", { name: pick(close.name) }) : `${to.lat.toFixed(5)}, ${to.lon.toFixed(5)}`;
  };
  const { board, put } = pinnable(spot, moved);
  moved(spot);
  const names = places().map((one) => h("button", { type: "button", class: "pill", onclick: () => put(one) }, pick(one.name)));
  const content = h("div", { class: "where" });
  const close = openSheet(screen, say("where"), content);
  const send = () => (close(), doing(stage.location(someone.id, spot.lat, spot.lon)));
  content.append(board, beside, h("div", { class: "pills" }, names), h("button", { type: "button", class: "strong wide", onclick: send }, icon("place"), say("send_place")));
  board.focus({ preventScroll: true });
}

export function chooseVenue(screen, someone, doing) {
  const content = h("div", { class: "choices" });
  const close = openSheet(screen, say("venue"), content);
  for (const one of places()) {
    const title = pick(one.name);
    const address = pick(one.address ?? "");
    const act = () => (close(), doing(stage.venue(someone.id, { lat: one.lat, lon: one.lon, title, address })));
    content.append(h("button", { type: "button", class: "choice", onclick: act }, icon("venue"), h("b", {}, title), address ? h("small", {}, address) : null));
  }
  content.querySelector("button")?.focus({ preventScroll: true });
}
