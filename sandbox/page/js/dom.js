// Making elements: h() for HTML, s() for SVG; the page has no other way of building them.

const SVG = "http://www.w3.org/2000/svg";

function put(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const h = (tag, properties, ...children) => put(document.createElement(tag), properties, children);

export const s = (tag, properties, ...children) => put(document.createElementNS(SVG, tag), properties, children);

export const $ = (selector, root = document) => root.querySelector(selector);

export const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

const STILL = 2_000; // milliseconds

/** Runs a one-off CSS animation class from its beginning, even while it still runs; without motion it only stays a while. */
export function play(element, name) {
  element.classList.remove(name);
  void element.offsetWidth;
  element.classList.add(name);
  if (calm()) setTimeout(() => element.classList.remove(name), STILL);
  element.onanimationend = (event) => event.target === element && element.classList.remove(name); // children's animations bubble up
}
