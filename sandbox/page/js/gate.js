// The first scene: the resident at the gate beside the poster, and the one button that scans it.

import { h, s } from "./dom.js";
import { bench, icon } from "./icons.js";
import { grandmother, wall } from "./drawing.js";
import { store } from "./store.js";
import { pick, say } from "./words.js";

/** A code that looks like a QR and says nothing, for a cast that brings none. */
function glyph() {
  const size = 25;
  const corner = (x, y) => [s("path", { d: `M${x} ${y}h7v7h-7zm1 1v5h5v-5z`, "fill-rule": "evenodd" }), s("rect", { x: x + 2, y: y + 2, width: 3, height: 3 })];
  const free = (x, y) => !((x < 8 && y < 8) || (x > 16 && y < 8) || (x < 8 && y > 16));
  const dots = [];
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (free(x, y) && (x * 7 + y * 11 + x * y * 3 + (x ^ y)) % 5 < 2) dots.push(`M${x} ${y}h1v1h-1z`);
  return s("svg", { viewBox: `0 0 ${size} ${size}`, class: "qr", "aria-hidden": "true" }, s("path", { d: dots.join("") }), corner(0, 0), corner(18, 0), corner(0, 18));
}

const code = (poster) =>
  poster.qr_svg ? h("img", { class: "qr", alt: "", src: `data:image/svg+xml,${encodeURIComponent(poster.qr_svg)}` }) : glyph();

function drawPoster(poster) {
  const steps = ["step_scan", "step_start", "step_speak"].map((step) => h("li", {}, say(step)));
  const telephone = poster.telephone ?? store.cast.telephone;
  return h(
    "div",
    { class: "poster" },
    h("div", { class: "poster-head" }, bench(), h("div", {}, h("b", {}, say("poster_title")), h("span", {}, say("poster_sub")))),
    h("div", { class: "poster-place" }, pick(poster.name)),
    h("div", { class: "code" }, code(poster), h("i"), h("i"), h("i"), h("i")),
    h("ol", {}, steps),
    telephone ? h("div", { class: "poster-phone" }, say("no_phone"), " ", h("b", {}, telephone)) : null,
  );
}

/** The whole scene; scan() is called by its button, and by a tap on the poster. */
export function drawGate(someone, poster, scan) {
  const scene = h("div", { class: "scene" }, wall(), h("div", { class: "stool" }, bench()), h("div", { class: "hung", onclick: scan }, drawPoster(poster)), grandmother());
  const words = say("coach_scan", { name: pick(someone.name), place: pick(poster.name) });
  return h(
    "section",
    { class: "gate", "aria-label": words },
    scene,
    h("div", { class: "gate-foot" }, h("button", { type: "button", class: "strong wide scan-key", onclick: scan }, icon("scan"), say("scan"))),
  );
}
