// Pulling the bot's plug, and the line that tells how it went down and came back.

import { $ } from "./dom.js";
import { through } from "./banner.js";
import { on, store } from "./store.js";
import { stage } from "./stage.js";
import { say } from "./words.js";

const STAYS = 5_000;
const SHOWN = { down: "plug_down", starting: "plug_starting", up: "plug_up" };

export function plug() {
  const key = $("#plug");
  const line = $("#power");
  let before = "up";
  let timer = null;

  key.onclick = async () => {
    key.disabled = true;
    const done = await through(stage.unplug());
    if (!done) key.disabled = store.bot !== "up";
  };

  function show() {
    const { bot } = store;
    key.disabled = bot !== "up";
    document.body.dataset.bot = bot;
    clearTimeout(timer);
    if (bot !== "up" || before !== "up") {
      $("span", line).textContent = say(SHOWN[bot]);
      line.className = `on ${bot}`;
      if (bot === "up") timer = setTimeout(() => (line.className = ""), STAYS);
    }
    before = bot;
  }

  on("bot", show);
  on("state", () => {
    line.className = "";
    before = store.bot === "up" ? "up" : before;
    show();
  });
}
