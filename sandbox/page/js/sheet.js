// A sheet that rises inside one phone: choices, a picker, a question; the rest of that screen rests meanwhile.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

/** Opens a sheet on a phone's screen; returns close(). Escape, the veil and the cross close it too. */
export function openSheet(screen, title, content, { kind = "sheet", onClose } = {}) {
  screen.querySelector(":scope > .veil")?.dispatchEvent(new Event("leave"));
  const before = document.activeElement;
  const others = [...screen.children];
  const head = h("header", {}, h("h3", {}, title), h("button", { type: "button", class: "round", "aria-label": say("close"), onclick: () => close() }, icon("close")));
  const box = h("div", { class: kind, role: "dialog", "aria-modal": "true", "aria-label": title }, kind === "sheet" ? head : h("h3", {}, title), content);
  const veil = h("div", { class: "veil" }, box);

  function close() {
    if (!veil.isConnected) return;
    veil.remove();
    for (const other of others) other.inert = false;
    onClose?.();
    if (screen.contains(before)) before.focus({ preventScroll: true });
  }

  veil.addEventListener("leave", close);
  veil.addEventListener("click", (event) => event.target === veil && close());
  veil.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  });
  for (const other of others) other.inert = true;
  screen.append(veil);
  (box.querySelector("[autofocus]") ?? box.querySelector("button, input, [tabindex='0']"))?.focus({ preventScroll: true });
  return close;
}

/** Asks one question with a yes and a no; act runs on yes. */
export function ask(screen, question, why, act) {
  const content = h("div", { class: "asking" });
  const close = openSheet(screen, question, content, { kind: "question" });
  content.append(
    h("p", {}, why),
    h(
      "div",
      { class: "answers" },
      h("button", { type: "button", class: "plain", onclick: close }, say("refuse")),
      h("button", { type: "button", class: "strong", onclick: () => (close(), act()) }, say("allow")),
    ),
  );
  content.querySelector(".strong").focus({ preventScroll: true });
}

/** Shows one picture large; any tap closes it. */
export function lookAt(screen, address, words) {
  const picture = h("button", { type: "button", class: "look" }, h("img", { src: address, alt: words }));
  const close = openSheet(screen, words, picture, { kind: "picture" });
  picture.onclick = close;
}

/** A callback answer that insists: one sentence and one button. */
export function insist(screen, text) {
  const content = h("div", { class: "asking" });
  const close = openSheet(screen, text, content, { kind: "question" });
  content.append(h("div", { class: "answers" }, h("button", { type: "button", class: "strong", onclick: close }, say("ok"))));
  content.querySelector("button").focus({ preventScroll: true });
}
