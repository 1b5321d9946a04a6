// "What just happened": the last lines of the stage's log, newest first.

import { $, h } from "./dom.js";
import { on, store } from "./store.js";
import { hour } from "./when.js";
import { pick, say } from "./words.js";

const SHOWN = 12;

export function happened() {
  const list = $("#log ol");
  const show = (fresh) => {
    const lines = store.log.slice(-SHOWN).reverse();
    const items = lines.map(({ at, text }, index) =>
      h("li", { class: fresh && index === 0 ? "fresh" : null }, h("time", { datetime: at }, hour(at)), h("span", {}, pick(text))),
    );
    list.replaceChildren(...(items.length ? items : [h("li", { class: "none" }, say("nothing_yet"))]));
    $("#latest").textContent = lines.length ? pick(lines[0].text) : say("nothing_yet");
  };
  on("log", () => show(true));
  on("state", () => show(false));
  $("#unfold").onclick = () => {
    const open = $("#log").classList.toggle("open");
    $("#unfold").setAttribute("aria-expanded", String(open));
  };
}
