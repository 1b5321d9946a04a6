// The demo district drawn as SVG: grids, buildings, talk points and one pin.

import { s } from "./dom.js";
import { pick } from "./words.js";
import { store } from "./store.js";

const WIDTH = 1000;
const PIN = "M0 0C-6-9-15-16-15-27a15 15 0 0 1 30 0C15-16 6-9 0 0Z";

/** Between degrees and the drawing's units; around(lat, lon) also serves where no map was given. */
function frame(bounds) {
  const [west, south, east, north] = bounds;
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / ((east - west) * squeeze);
  return {
    height: (north - south) * scale,
    x: (lon) => (lon - west) * squeeze * scale,
    y: (lat) => (north - lat) * scale,
    lon: (x) => west + x / (squeeze * scale),
    lat: (y) => north - y / scale,
  };
}

const around = ({ lat, lon }) => [lon - 0.01, lat - 0.007, lon + 0.01, lat + 0.007];

const district = () => store.cast.map ?? { grids: [], buildings: [], points: [] };

/** Says yes to a label only where none stands yet; names crowd where buildings do. */
function room() {
  const taken = [];
  return (x, y, words, size) => {
    const half = (words.length * size) / 2;
    const clear = taken.every((other) => Math.abs(other.x - x) > other.half + half || Math.abs(other.y - y) > (other.size + size) * 0.7);
    if (clear) taken.push({ x, y, half, size });
    return clear;
  };
}

function grid(one, at, index, size, free) {
  const spots = one.polygon.map(([lon, lat]) => [at.x(lon), at.y(lat)]);
  const middle = spots.reduce((sum, [x]) => sum + x, 0) / spots.length;
  const top = Math.min(...spots.map(([, y]) => y)); // under the upper edge the name keeps clear of most buildings
  return s(
    "g",
    { class: `grid tint${index % 5}` },
    s("polygon", { points: spots.join(" ") }),
    free(middle, top + size * 1.7, pick(one.name), size) ? s("text", { x: middle, y: top + size * 2, "font-size": size }, pick(one.name)) : "",
  );
}

function building(one, at, size, free) {
  const [x, y] = [at.x(one.lon), at.y(one.lat)];
  const words = pick(one.name);
  const named = free(x, y, words, size * 0.8);
  const wide = named ? (words.length + 0.8) * size * (/[a-z]/i.test(words) ? 0.5 : 0.8) : size;
  return s(
    "g",
    { class: "building" },
    s("rect", { x: x - wide / 2, y: y - size * 0.7, width: wide, height: size * 1.4, rx: size * 0.25 }),
    named ? s("text", { x, y: y + size * 0.3, "font-size": size * 0.8 }, words) : "",
  );
}

function point(one, at, size, free) {
  const [x, y] = [at.x(one.lon), at.y(one.lat)];
  const named = free(x, y + size * 1.2, pick(one.name), size * 0.85);
  return s(
    "g",
    { class: "point" },
    s("circle", { cx: x, cy: y, r: size * 0.55 }),
    named ? s("text", { x, y: y + size * 1.5, "font-size": size * 0.85 }, pick(one.name)) : "",
  );
}

function pinAt(at, { lat, lon }, size) {
  return s("g", { class: "pin", transform: `translate(${at.x(lon)} ${at.y(lat)}) scale(${size / 16})` }, s("path", { d: PIN }), s("circle", { cy: -27, r: 6 }));
}

/** A map with a pin. span: the part of the district's width to show; shape: height over width; letter: text size in shown pixels × width. */
export function drawMap(pin, { span = 1, shape = 0.62, pixels = 260 } = {}) {
  const { grids = [], buildings = [], points = [], bounds } = district();
  const at = frame(bounds ?? around(pin));
  const wide = WIDTH * span;
  const tall = wide * shape;
  const size = (11 * wide) / pixels;
  const left = span === 1 ? 0 : at.x(pin.lon) - wide / 2;
  const top = span === 1 ? (at.height - tall) / 2 : at.y(pin.lat) - tall * 0.58;
  const marker = pinAt(at, pin, size);
  const free = room();
  const spots = points.map((one) => point(one, at, size, free)); // the first to ask for room get it
  const areas = grids.map((one, index) => grid(one, at, index, size, free));
  const houses = buildings.map((one) => building(one, at, size, free));
  const drawing = s(
    "svg",
    { viewBox: `${left} ${top} ${wide} ${tall}`, class: "map", "aria-hidden": "true" },
    areas,
    houses,
    spots,
    marker,
  );
  return { drawing, at, move: (to) => marker.setAttribute("transform", pinAt(at, to, size).getAttribute("transform")) };
}

/** The named place nearest to a point, or null where the district has none. */
export function nearest({ lat, lon }) {
  const { buildings = [], points = [] } = district();
  const squeeze = Math.cos((lat * Math.PI) / 180);
  const far = (one) => Math.hypot(one.lat - lat, (one.lon - lon) * squeeze);
  return [...buildings, ...points].sort((one, other) => far(one) - far(other))[0] ?? null;
}

/** The named places one can choose from without pointing: talk points first. */
export const places = () => [...(district().points ?? []), ...(district().buildings ?? [])];

/** Where somebody stands until they say otherwise: their own place, the opening poster, the middle of the district. */
export function standing(someone) {
  if (someone.lat !== undefined) return { lat: someone.lat, lon: someone.lon };
  const spot = store.cast.posters?.find((one) => one.code === store.cast.opening?.poster);
  if (spot) return { lat: spot.lat, lon: spot.lon };
  const [west, south, east, north] = district().bounds ?? [103.7, 36.05, 103.73, 36.07];
  return { lat: (south + north) / 2, lon: (west + east) / 2 };
}
