// Links that open a chat with the bot: https://t.me/<bot>?start=<payload>, as posters and invitations carry them.

import { store } from "./store.js";

const LINK = /^(?:https?:\/\/)?t\.me\/(\w+)(?:\?start=([\w-]*))?$/i;

/** {bot, payload, own} of such a link, own being true for the bot that lives here; null for anything else. */
export function opened(address) {
  const [, bot, payload = ""] = address.trim().match(LINK) ?? [];
  return bot ? { bot, payload, own: bot.toLowerCase() === store.cast.bot.username?.toLowerCase() } : null;
}
