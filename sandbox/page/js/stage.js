// What people do, said to the server: one function for each act of the stage API.

export class Refused extends Error {
  constructor(status, why) {
    super(why);
    this.status = status;
  }
}

async function answer(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, body.error ?? response.statusText);
  return body;
}

const get = async (path) => answer(await fetch(`/stage/${path}`, { cache: "no-store" }));

const post = async (path, body) =>
  answer(await fetch(`/stage/${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }));

export const stage = {
  cast: () => get("cast"),
  state: () => get("state"),
  say: (person, text, replyTo) => post("say", { person, text, ...(replyTo ? { reply_to: replyTo } : {}) }),
  start: (person, payload = "") => post("start", { person, payload }),
  tap: (person, message, row, column) => post("tap", { person, message, row, column }),
  photos: (person, assets, caption) => post("photos", { person, assets, caption }),
  file: (person, file) => post("file", { person, ...file }),
  voice: (person, asset) => post("voice", { person, asset }),
  video: (person) => post("video", { person }),
  location: (person, lat, lon) => post("location", { person, lat, lon }),
  venue: (person, venue) => post("venue", { person, ...venue }),
  contact: (person) => post("contact", { person }),
  edit: (person, message, text) => post("edit", { person, message, text }),
  forward: (person, message, to) => post("forward", { person, message, to }),
  newcomer: (name, language) => post("newcomer", { name, language }),
  read: (person) => post("read", { person }),
  clock: (move) => post("clock", move),
  reset: () => post("reset", {}),
  unplug: () => post("unplug", {}),
  language: (language) => post("language", { language }),
};

export const fileUrl = (media) => `/stage/file/${encodeURIComponent(media.file_id)}`;

export const assetUrl = (asset) => `/page/assets/${encodeURIComponent(asset)}`;
