// The bot's commands, offered while a line begins with a stroke.

import { h } from "./dom.js";

/** Rows for the commands that begin like the words so far; choose(command) takes one. */
export function matching(commands, words, choose) {
  if (!/^\/[a-z0-9_]*$/i.test(words)) return [];
  const fitting = (commands ?? []).filter(({ command }) => command.startsWith(words.slice(1).toLowerCase()));
  return fitting.map(({ command, description }) =>
    h("button", { type: "button", class: "command", onclick: () => choose(`/${command}`) }, h("b", {}, `/${command}`), h("span", {}, description)),
  );
}
