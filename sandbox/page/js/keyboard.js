// The big keys that the bot puts under the composer; two kinds of key ask for a permission first.

import { h } from "./dom.js";
import { standing } from "./map.js";
import { ask } from "./sheet.js";
import { stage } from "./stage.js";
import { say } from "./words.js";

function press(button, screen, someone, doing) {
  const here = standing(someone);
  if (button.request_location) ask(screen, say("share_place"), say("share_place_why"), () => doing(stage.location(someone.id, here.lat, here.lon)));
  else if (button.request_contact) ask(screen, say("share_phone"), say("share_phone_why"), () => doing(stage.contact(someone.id)));
  else doing(stage.say(someone.id, button.text));
}

/** Rows of keys for a chat's keyboard (null = none). */
export function bigKeys(keyboard, screen, someone, doing) {
  return (keyboard ?? []).map((row) =>
    h(
      "div",
      { class: "keyrow" },
      row.map((button) => h("button", { type: "button", class: "bigkey", onclick: () => press(button, screen, someone, doing) }, button.text)),
    ),
  );
}
