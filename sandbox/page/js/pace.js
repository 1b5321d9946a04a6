// Lets the bot's messages arrive one by one on each phone, the way a person can follow them.

import { calm } from "./dom.js";

const GAP = 320;

/**
 * A queue in front of apply(), one lane for each chat: in a lane order is kept and a message of the bot's holds the next
 * one back a moment, while nobody waits for what happens on another phone. What belongs to no chat passes at once.
 */
export function paced(apply) {
  let lanes = new Map(); // chat → the events that wait there, in order; a lane that stands still is taken away
  let held = false;

  function step(chat, waiting) {
    if (held || lanes.get(chat) !== waiting) return;
    const event = waiting.shift();
    if (event === undefined) {
      lanes.delete(chat);
      return;
    }
    const slow = event.type === "message" && event.message.out && !calm();
    try {
      apply(event);
    } finally {
      // A day moved at once may bring many messages: the longer the lane, the shorter the gap.
      setTimeout(() => step(chat, waiting), slow ? GAP / Math.max(1, waiting.length / 4) : 0);
    }
  }

  function push(event) {
    const { chat } = event;
    const waiting = lanes.get(chat);
    if (waiting) return waiting.push(event);
    lanes.set(chat, [event]);
    return step(chat, lanes.get(chat));
  }

  return {
    push,
    /** While the whole state is read anew: what came before is in it, what comes meanwhile waits. */
    hold() {
      held = true;
      lanes = new Map();
    },
    go() {
      held = false;
      for (const [chat, waiting] of [...lanes]) step(chat, waiting);
    },
  };
}
