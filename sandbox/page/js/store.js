// What the page knows: the cast, the clock, every chat; events change it, and listeners hear which part changed.

const TYPING = 5_000; // milliseconds for which Telegram shows one "typing"

const listeners = new Map();

export const store = {
  cast: null,
  directed: true, // false where nobody moves the clock or pulls the plug: the sandbox by itself
  next: null,
  language: "zh",
  bot: "up",
  chats: new Map(),
  log: [],
  shift: 0,
};

export function on(type, listener) {
  if (!listeners.has(type)) listeners.set(type, []);
  listeners.get(type).push(listener);
}

export function tell(type, detail = {}) {
  for (const listener of listeners.get(type) ?? []) listener(detail);
}

/** The stage's time in milliseconds; it goes on by itself between two messages from the server. */
export const now = () => Date.now() + store.shift;

export const chat = (id) => {
  if (!store.chats.has(id)) store.chats.set(id, { messages: [], keyboard: null, unread: 0, blocked: false, typing: false });
  return store.chats.get(id);
};

export const person = (key) => store.cast.people.find((one) => one.key === key);

export const poster = (code) => store.cast.posters?.find((one) => one.code === code);

/** The person whom the first scene is about, or null. */
export const opener = () => (store.cast.opening ? (person(store.cast.opening.person) ?? null) : null);

/** Without a cast, everybody who has a private chat gets a phone. */
function anybody(state) {
  const ids = Object.keys(state.chats).map(Number);
  return ids.filter((id) => id > 0).map((id) => ({ id, key: String(id), name: state.chats[id].title, role: "somebody", size: "large", about: "" }));
}

export function take(cast, state) {
  store.cast = { bot: { first_name: "Bot" }, ...cast, people: cast.people ?? anybody(state) };
  store.directed = state.directed;
  store.language = state.language;
  store.bot = state.bot;
  store.log = state.log;
  store.chats = new Map();
  for (const [id, one] of Object.entries(state.chats)) store.chats.set(Number(id), { ...one, typing: false });
  setClock(state.now, state.next);
  tell("state");
}

function setClock(at, next) {
  store.shift = Date.parse(at) - Date.now();
  store.next = next;
  tell("clock");
}

const APPLY = {
  message({ chat: id, message }) {
    const one = chat(id);
    if (one.messages.some((known) => known.id === message.id)) return;
    one.messages.push(message);
    one.typing = false;
    if (message.out) one.unread += 1;
    tell("message", { id, message });
    tell("chat", { id });
  },
  edited({ chat: id, message }) {
    const one = chat(id);
    one.messages = one.messages.map((known) => (known.id === message.id ? message : known));
    tell("settled", { id, message: message.id });
    tell("chat", { id });
  },
  deleted({ chat: id, message_id: gone }) {
    const one = chat(id);
    one.messages = one.messages.filter((known) => known.id !== gone);
    tell("settled", { id, message: gone });
    tell("chat", { id });
  },
  keyboard({ chat: id, keyboard }) {
    chat(id).keyboard = keyboard;
    tell("keyboard", { id });
  },
  typing({ chat: id }) {
    const one = chat(id);
    clearTimeout(one.ceases);
    one.typing = true;
    one.ceases = setTimeout(() => {
      one.typing = false;
      tell("typing", { id });
    }, TYPING);
    tell("typing", { id });
  },
  toast({ chat: id, message, text, alert }) {
    tell("settled", { id, message });
    if (text) tell("toast", { id, text, alert });
  },
  passed: ({ chat: id, giver, message }) => tell("passed", { id, giver, message }),
  ring: ({ chat: id, silent }) => tell("ring", { id, silent }),
  clock: ({ now: at, next }) => setClock(at, next),
  log({ at, text }) {
    if (store.log.some((line) => line.at === at && line.text.zh === text.zh)) return; // already in a state read meanwhile
    store.log = [...store.log, { at, text }].slice(-20);
    tell("log");
  },
  bot({ state }) {
    store.bot = state;
    tell("bot");
  },
  reset: () => tell("stale"),
  language: () => tell("stale"),
  people: () => tell("stale"),
};

/** Applies one event from the server; kinds that this page does not know are left alone. */
export const apply = (event) => APPLY[event.type]?.(event);

export function read(id) {
  chat(id).unread = 0;
  tell("unread", { id });
}
