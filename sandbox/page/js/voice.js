// A voice note that can be heard: one button, a drawn wave, its seconds; only one plays at a time.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";
import { fileUrl } from "./stage.js";

const BARS = 28;
let playing = null;

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, "0")}`;

/** A wave that looks like speech and is always the same for the same note. */
function wave(seed) {
  let state = [...seed].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 7);
  return Array.from({ length: BARS }, (_, at) => {
    state = (state * 1_103_515_245 + 12_345) >>> 0;
    return 22 + ((state >>> 16) % 60) * (0.55 + 0.45 * Math.sin((at / BARS) * Math.PI));
  });
}

export function voiceNote(media) {
  const seconds = media.duration ?? 0;
  const sound = new Audio();
  sound.preload = "none";
  sound.src = fileUrl(media);
  const bars = wave(media.asset ?? media.file_id).map((tall) => h("i", { style: `height:${tall.toFixed(0)}%` }));
  const left = h("span", { class: "seconds" }, clock(seconds));
  const key = h("button", { type: "button", class: "play", "aria-label": say("play", { n: seconds }) }, icon("play"));

  const show = () => {
    const on = !sound.paused;
    key.replaceChildren(icon(on ? "pause" : "play"));
    key.setAttribute("aria-label", on ? say("pause") : say("play", { n: seconds }));
  };
  sound.ontimeupdate = () => {
    const whole = Number.isFinite(sound.duration) ? sound.duration : seconds || 1;
    bars.forEach((bar, at) => bar.classList.toggle("heard", at / BARS < sound.currentTime / whole));
    left.textContent = clock(sound.paused && !sound.currentTime ? seconds : sound.currentTime);
  };
  sound.onplay = sound.onpause = show;
  sound.onended = () => {
    sound.currentTime = 0;
    left.textContent = clock(seconds);
    show();
  };
  sound.onerror = () => key.classList.add("broken");
  key.onclick = () => {
    if (!sound.paused) return sound.pause();
    if (playing !== sound) playing?.pause();
    playing = sound;
    return sound.play().catch(() => key.classList.add("broken"));
  };
  return h("div", { class: "voice" }, key, h("span", { class: "wave", "aria-hidden": "true" }, bars), left);
}
