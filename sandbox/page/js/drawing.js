// The drawn surroundings of the first scene: the courtyard wall behind the poster, and the grandmother before it.

import { s } from "./dom.js";

const rect = (x, y, width, height, fill, rx = 0) => s("rect", { x, y, width, height, fill, rx });
const path = (d, fill, more = {}) => s("path", { d, fill, ...more });

function bricks() {
  const rows = [];
  for (let row = 0; row < 18; row++) {
    const shift = row % 2 ? -28 : 0;
    for (let column = 0; column < 9; column++) {
      if ((row * 5 + column * 3) % 7 < 2) rows.push(rect(shift + column * 56, 150 + row * 26, 52, 22, (row + column) % 3 ? "#e4cdb2" : "#dcc1a2", 2));
    }
  }
  return rows;
}

const house = (x, width, top, fill, lit) =>
  s(
    "g",
    {},
    rect(x, top, width, 400, fill),
    ...Array.from({ length: 12 }, (_, at) => {
      const column = at % 3;
      const row = Math.floor(at / 3);
      return rect(x + 12 + (column * (width - 24)) / 3, top + 16 + row * 30, 14, 17, (at * 7 + lit) % 5 === 0 ? "#f8dc9a" : "#f3e8d6", 1.5);
    }),
  );

/** Sky, houses, a brick wall with its coping, the pavement. */
export function wall() {
  return s(
    "svg",
    { viewBox: "0 0 400 700", preserveAspectRatio: "xMidYMax slice", class: "wall", "aria-hidden": "true" },
    rect(0, 0, 400, 700, "#f6e3c5"),
    s("circle", { cx: 322, cy: 62, r: 26, fill: "#f4b76a" }),
    house(-14, 96, 44, "#dfcdb6", 1),
    house(96, 84, 78, "#d6c2a8", 3),
    house(268, 110, 58, "#dccab2", 2),
    path("M196 140c0-30 14-52 34-52s34 22 34 52z", "#9fb08a"),
    path("M228 150h5v-40h-5z", "#7d6b52"),
    rect(0, 136, 400, 14, "#c9a984"),
    rect(0, 150, 400, 470, "#ead6bc"),
    ...bricks(),
    rect(0, 606, 400, 14, "#d0b592"),
    rect(0, 620, 400, 90, "#d9d2c4"),
    path("M0 640h400M60 620l-24 90M180 620l-8 90M300 620l12 90", "none", { stroke: "#c8bfae", "stroke-width": 2 }),
  );
}

const head = () => [
  s("circle", { cx: 92, cy: 26, r: 15, fill: "#b9b4ad" }),
  path("M42 62c0-26 16-42 38-42s38 16 38 42-8 26-8 26H50s-8-4-8-26z", "#c9c4bd"),
  path("M52 62c0-18 12-28 30-28s28 12 28 30c0 22-12 36-29 36S52 84 52 62z", "#f2cfac"),
  path("M50 60c4-16 18-24 34-24s26 8 28 22c-16-2-24-6-30-12-6 8-18 13-32 14z", "#c9c4bd"),
  s("circle", { cx: 74, cy: 66, r: 2.6, fill: "#4a3a2e" }),
  s("circle", { cx: 98, cy: 66, r: 2.6, fill: "#4a3a2e" }),
  s("g", { fill: "none", stroke: "#7a6552", "stroke-width": 1.8 }, s("circle", { cx: 74, cy: 66, r: 8.5 }), s("circle", { cx: 98, cy: 66, r: 8.5 }), path("M82.5 65h7", "none")),
  path("M78 83c5 5 11 5 16 0", "none", { stroke: "#b4653f", "stroke-width": 2.4, "stroke-linecap": "round" }),
  s("circle", { cx: 66, cy: 78, r: 5, fill: "#eda98a", opacity: 0.6 }),
  s("circle", { cx: 105, cy: 78, r: 5, fill: "#eda98a", opacity: 0.6 }),
];

const body = () => [
  path("M44 238h30v44H44zM86 238h30v44H86z", "#4d5561"),
  path("M38 276h38v12H38zM86 276h38v12H86z", "#33302d", { rx: 4 }),
  path("M30 132c4-22 22-34 50-34s48 12 52 36l8 108H22z", "#c8553a"),
  path("M72 98h18l-9 20z", "#f6ead9"),
  path("M81 118v122", "none", { stroke: "#a8432c", "stroke-width": 2 }),
  ...[140, 166, 192, 218].map((y) => s("circle", { cx: 87, cy: y, r: 3, fill: "#f0d9b0" })),
  path("M36 136c-12 20-18 46-18 70l18 4c2-22 6-38 14-52z", "#b94b32"),
  s("circle", { cx: 27, cy: 212, r: 9, fill: "#f2cfac" }),
  path("M8 216h38l5 48H3z", "#7f9c6b"),
  path("M14 216c0-14 26-14 26 0", "none", { stroke: "#6a8558", "stroke-width": 3 }),
  path("M16 214c-2-16 4-26 4-26s6 12 4 26zM28 214c0-18 8-24 8-24s4 14 0 24z", "#93b56f"),
];

const arm = () => [
  path("M122 132c16 8 34 2 46-14l13 11c-16 26-38 36-62 30z", "#b94b32"),
  s("circle", { cx: 177, cy: 118, r: 9.5, fill: "#f2cfac" }),
  s("g", { transform: "rotate(14 182 98)" }, rect(170, 78, 24, 42, "#2b2926", 4), rect(172.5, 82, 19, 33, "#cfe6f0", 2)),
];

/** A grandmother in a persimmon cardigan, her shopping in one hand and the telephone in the other. */
export function grandmother() {
  return s("svg", { viewBox: "0 0 206 290", class: "grandmother", "aria-hidden": "true" }, s("ellipse", { cx: 80, cy: 284, rx: 74, ry: 6, fill: "#00000018" }), ...body(), ...head(), ...arm());
}
