// Press and hold to speak: the microphone opens the voice notes; letting go over one says it, a plain click lets one choose.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { stage } from "./stage.js";
import { store } from "./store.js";
import { pick, say } from "./words.js";

/** Makes a microphone button; panel is where the notes appear, doing(promise) reports failures. */
export function microphone(panel, someone, doing) {
  const key = h("button", { type: "button", class: "round mic", "aria-haspopup": "true", "aria-expanded": "false", "aria-label": say("hold"), title: say("hold"), data: { wordLabel: "hold" } }, icon("mic"));

  const outside = (event) => !panel.contains(event.target) && !key.contains(event.target) && shut();

  function shut() {
    panel.replaceChildren();
    key.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
  }

  function send(asset) {
    shut();
    key.focus({ preventScroll: true });
    doing(stage.voice(someone.id, asset));
  }

  function open() {
    const notes = (store.cast.voices ?? []).map((note) =>
      h(
        "button",
        { type: "button", class: "note", data: { asset: note.asset }, onclick: () => send(note.asset) },
        h("span", { class: "sign" }, icon("mic")),
        h("span", { class: "said" }, pick(note.caption)),
        h("span", { class: "seconds" }, `${note.seconds}″`),
      ),
    );
    panel.replaceChildren(h("div", { class: "notes", role: "group", "aria-label": say("voice_which") }, h("p", {}, say("voice_which")), notes));
    key.setAttribute("aria-expanded", "true");
    document.addEventListener("pointerdown", outside, true);
  }

  const noteAt = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest(".note");

  function over(event) {
    const under = noteAt(event);
    for (const note of panel.querySelectorAll(".note")) note.classList.toggle("over", note === under);
  }

  function release(event) {
    key.removeEventListener("pointermove", over);
    const note = noteAt(event);
    if (note && panel.contains(note)) send(note.dataset.asset);
  }

  key.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    key.focus({ preventScroll: true });
    if (panel.children.length) return shut();
    key.setPointerCapture(event.pointerId);
    open();
    key.addEventListener("pointermove", over);
    key.addEventListener("pointerup", release, { once: true });
  });
  key.addEventListener("contextmenu", (event) => event.preventDefault());
  key.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open();
    panel.querySelector(".note")?.focus();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    shut();
    key.focus();
  });
  return key;
}
