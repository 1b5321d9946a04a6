// The page's one line of bad news: a lost connection, a busy server, an act that was refused.

import { $ } from "./dom.js";
import { Refused } from "./stage.js";
import { say } from "./words.js";

const LONG_TRIES = 4;
const SHORT = 5_000;

let timer = null;

function show(text, kind, forgetAfter) {
  const element = $("#banner");
  clearTimeout(timer);
  $("span", element).textContent = text;
  element.className = `on ${kind}`;
  if (forgetAfter) timer = setTimeout(hide, forgetAfter);
}

const hide = () => ($("#banner").className = "");

export const lost = (tries) => show(say(tries < LONG_TRIES ? "lost" : "lost_long"), "lost");

export function found() {
  if ($("#banner").classList.contains("lost")) show(say("found"), "good", 2_000);
}

/** Waits for an act; says why when it failed. True when it went through. */
export async function through(act) {
  try {
    await act;
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) show(say("busy"), "bad", SHORT);
    else if (error.status === 501) show(say("absent"), "bad", SHORT);
    else if (error.status >= 500 || error.status === 429) show(say("busy"), "bad", SHORT);
    else show(say("refused", { why: error.message }), "bad", SHORT);
    return false;
  }
}
