// Lets the bot's messages arrive one by one, the way a person can follow them.

import { calm } from "./dom.js";

const GAP = 320;

/** A queue in front of apply(): order is kept, and a message of the bot's holds the next one back a moment. */
export function paced(apply) {
  let waiting = [];
  let busy = false;
  let held = false;

  function step() {
    if (held) return;
    const event = waiting.shift();
    busy = event !== undefined;
    if (!busy) return;
    const slow = event.type === "message" && event.message.out && !calm();
    try {
      apply(event);
    } finally {
      // A day moved at once may bring fifty messages: the longer the queue, the shorter the gap.
      setTimeout(step, slow ? GAP / Math.max(1, waiting.length / 12) : 0);
    }
  }

  return {
    push(event) {
      waiting.push(event);
      if (!busy) step();
    },
    /** While the whole state is read anew: what came before is in it, what comes meanwhile waits. */
    hold() {
      held = true;
      waiting = [];
    },
    go() {
      held = false;
      step();
    },
  };
}
