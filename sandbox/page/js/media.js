// What a message can show besides words: photos and albums, voice, video, files, places, contacts, stickers.

import { h } from "./dom.js";
import { plain } from "./entities.js";
import { icon } from "./icons.js";
import { drawMap, nearest } from "./map.js";
import { fileUrl } from "./stage.js";
import { voiceNote } from "./voice.js";
import { pick, say } from "./words.js";

function photo(message, acts) {
  const { media } = message;
  const size = media.width && media.height ? { width: media.width, height: media.height } : {};
  const picture = h("img", { src: fileUrl(media), alt: message.caption || say("photo"), loading: "lazy", ...size });
  return h("button", { type: "button", class: media.height > media.width ? "photo tall" : "photo", onclick: () => acts.look(fileUrl(media), message.caption || say("photo")) }, picture);
}

export const album = (messages, acts) => h("div", { class: `album of${Math.min(messages.length, 4)}` }, messages.map((message) => photo(message, acts)));

const video = ({ media }) =>
  h("video", { src: fileUrl(media), controls: true, preload: "metadata", playsinline: true, class: media.kind === "video_note" ? "film round" : "film" });

/** Bytes as people read them, to two figures. */
export function weight(bytes) {
  const step = bytes < 1000 ? 0 : bytes < 1000 * 1000 ? 1 : 2;
  const amount = bytes / 1000 ** step;
  return `${step && amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${["B", "KB", "MB"][step]}`;
}

function file({ media }) {
  const name = media.name ?? say("document");
  const ending = /\.(\w{1,5})$/.exec(name)?.[1].toUpperCase() ?? "";
  const about = h("b", {}, plain(name), h("small", {}, [weight(media.size ?? 0), ending].filter(Boolean).join(" · ")));
  return h("a", { href: fileUrl(media), download: name, class: "file", title: say("save") }, h("span", { class: "sign" }, icon("save")), about);
}

function place({ location, venue }) {
  const spot = venue ?? location;
  const beside = nearest(spot);
  const words = venue
    ? [h("b", {}, venue.title), h("span", {}, venue.address)]
    : [h("span", {}, beside ? say("near", { name: pick(beside.name) }) : `${spot.lat.toFixed(4)}, ${spot.lon.toFixed(4)}`)];
  const { drawing } = drawMap(spot, { span: 0.55 });
  return h("figure", { class: "place-card", data: { lat: spot.lat, lon: spot.lon } }, drawing, h("figcaption", {}, words));
}

function contact({ contact: card }) {
  const name = `${card.first_name} ${card.last_name}`.trim();
  return h("div", { class: "file" }, h("span", { class: "sign" }, icon("person")), h("b", {}, name, h("small", {}, card.phone)));
}

const SHOW = {
  photo: (message, acts) => album([message], acts),
  voice: ({ media }) => voiceNote(media),
  audio: ({ media }) => voiceNote(media),
  video,
  video_note: video,
  animation: video,
  document: file,
  location: place,
  venue: place,
  contact,
  sticker: ({ media }) => h("div", { class: "sticker" }, media.emoji ?? "🙂"),
};

const NAMES = { photo: "photo", voice: "voice", audio: "voice", video: "video", video_note: "video", animation: "video", location: "location", contact: "contact" };

/** The element above a message's words, or null for plain text and unknown kinds. */
export const shown = (message, acts) => SHOW[message.kind]?.(message, acts) ?? null;

/** One line that stands for a message elsewhere: in a quote, on a pocket phone. */
export function gist(message) {
  if (message.kind === "venue") return message.venue.title;
  if (message.kind === "sticker") return message.media.emoji ?? `[${say("sticker")}]`;
  if (message.kind === "document") return message.media.name ?? `[${say("document")}]`;
  const kind = NAMES[message.kind];
  return message.text || message.caption || (kind ? `[${say(kind)}]` : "");
}
