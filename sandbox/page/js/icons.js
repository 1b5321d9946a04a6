// The page's drawn signs, all on a 24 × 24 field.

import { s } from "./dom.js";

const PATHS = {
  send: "M3.4 20.4 21 12 3.4 3.6 3.4 10.2 15 12 3.4 13.8Z",
  mic: "M12 14.5a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v5.5a3 3 0 0 0 3 3ZM6 11.5a6 6 0 0 0 12 0M12 17.5V21",
  clip: "m20 11.5-8.3 8.3a5.2 5.2 0 0 1-7.4-7.4l8.6-8.6a3.5 3.5 0 0 1 5 5l-8.6 8.6a1.7 1.7 0 0 1-2.5-2.5l7.9-7.9",
  keys: "M4 6h4v4H4zM10 6h4v4h-4zM16 6h4v4h-4zM4 13h4v4H4zM10 13h4v4h-4zM16 13h4v4h-4z",
  reply: "M10 8V4L3 11l7 7v-4.2c5 0 8.5 1.6 11 5.2-1-5-4-10-11-11Z",
  edit: "M4 20h4L19 9l-4-4L4 16zM13.5 6.5l4 4",
  forward: "M14 8V4l7 7-7 7v-4.2c-5 0-8.5 1.6-11 5.2 1-5 4-10 11-11Z",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  file: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2",
  add: "M12 5v14M5 12h14",
  save: "M12 4v11M7 11l5 5 5-5M5 20h14",
  close: "M6 6l12 12M18 6 6 18",
  down: "m6 10 6 6 6-6",
  play: "M8 5v14l11-7z",
  pause: "M7 5h4v14H7zM13 5h4v14h-4z",
  photo: "M4 7h3l2-2h6l2 2h3v12H4zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z",
  video: "M4 6.5h11v11H4zM15 10.5l5-3v9l-5-3",
  place: "M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.5 12 21 12 21ZM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",
  venue: "M4 20V9l8-5 8 5v11zM10 20v-6h4v6",
  scan: "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c.8-4 3.8-6 7.5-6s6.7 2 7.5 6",
  mute: "M6 16V11a6 6 0 0 1 9-5.2M18 11v5l1.5 2H7M10 20.5h4M4 4l16 16",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  plug: "M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4",
  again: "M5 12a7 7 0 1 0 2.2-5.1M7 3v4.2h4.2",
  skip: "M5 5v14l8-7zM14 5v14l6-7z",
  globe: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.5 12h17M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18",
  dots: "M5 12h.01M12 12h.01M19 12h.01",
  list: "M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01",
};

const FILLED = new Set(["send", "play", "pause", "skip"]);

export function icon(name) {
  return s("svg", { viewBox: "0 0 24 24", class: FILLED.has(name) ? "icon filled" : "icon", "aria-hidden": "true" }, s("path", { d: PATHS[name] }));
}

/** The little wooden bench: the product's own sign. */
export function bench() {
  return s(
    "svg",
    { viewBox: "0 0 48 48", class: "bench", "aria-hidden": "true" },
    s("path", { d: "M6 17.5c0-1.4 1.1-2.5 2.5-2.5h31c1.4 0 2.5 1.1 2.5 2.5v3c0 1.4-1.1 2.5-2.5 2.5h-31A2.5 2.5 0 0 1 6 20.5z", fill: "var(--wood-light)" }),
    s("path", { d: "M12 23h5l-3 14H9zM31 23h5l3 14h-5z", fill: "var(--wood)" }),
    s("path", { d: "M14.5 28.5h19l.4 3H13.8z", fill: "var(--wood-dark)" }),
    s("path", { d: "M10 18.5h28", stroke: "var(--wood)", "stroke-width": "1.2", "stroke-linecap": "round" }),
  );
}
