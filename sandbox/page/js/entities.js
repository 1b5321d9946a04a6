// A message's text with its entities (bold, links, commands …) as elements; offsets count UTF-16 units, as JavaScript does.

import { h } from "./dom.js";

const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const ADDRESS = /\bhttps?:\/\/[^\s<>，。；、！？「」（）]+|(?<![\w/])\/[a-z][a-z0-9_]{1,31}\b/gi;

/** Links and commands that the sender did not mark, as every Telegram client finds them by itself. */
function found(text, entities) {
  const free = (from, to) => !entities.some((known) => from < known.offset + known.length && known.offset < to);
  const hits = [...text.matchAll(ADDRESS)].filter((hit) => free(hit.index, hit.index + hit[0].length));
  return hits.map((hit) => ({ type: hit[0][0] === "/" ? "bot_command" : "url", offset: hit.index, length: hit[0].length }));
}

function link(entity, words, acts, children) {
  const address = entity.url ?? (/^[a-z]+:/i.test(words) ? words : `https://${words}`);
  const own = acts.deepLink?.(address);
  if (own) return h("button", { type: "button", class: "link", onclick: own }, ...children);
  if (!/^(https?|tg|mailto|tel):/i.test(address)) return h("span", {}, ...children);
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

function element(entity, words, acts, children) {
  if (PLAIN[entity.type]) return h(PLAIN[entity.type], {}, ...children);
  if (entity.type === "url" || entity.type === "text_link") return link(entity, words, acts, children);
  if (entity.type === "phone_number") return h("a", { href: `tel:${words.replace(/[^\d+]/g, "")}` }, ...children);
  if (entity.type === "email") return h("a", { href: `mailto:${words}` }, ...children);
  if (entity.type === "bot_command" && acts.command) {
    return h("button", { type: "button", class: "link", onclick: () => acts.command(words) }, ...children);
  }
  if (entity.type === "spoiler") {
    const shut = h("span", { class: "spoiler", onclick: () => shut.classList.add("open") }, ...children);
    return shut;
  }
  return h("span", {}, ...children);
}

const NUMBER = /\d+(?:-\d+)+/g;

/** Numbers such as 1123-07 stay on one line: a browser would break them at the hyphen. */
export function plain(text) {
  const parts = [];
  let at = 0;
  for (const { 0: number, index } of text.matchAll(NUMBER)) {
    parts.push(text.slice(at, index), h("span", { class: "whole" }, number));
    at = index + number.length;
  }
  return [...parts, text.slice(at)].filter(Boolean);
}

function build(text, from, to, entities, acts) {
  const parts = [];
  let at = from;
  while (entities.length) {
    const [first, ...others] = entities;
    const end = Math.min(first.offset + first.length, to);
    const inside = others.filter((other) => other.offset < end);
    entities = others.filter((other) => other.offset >= end);
    if (first.offset > at) parts.push(...plain(text.slice(at, first.offset)));
    parts.push(element(first, text.slice(first.offset, end), acts, build(text, first.offset, end, inside, acts)));
    at = end + (BLOCKS.has(first.type) && text[end] === "\n" && end < to ? 1 : 0); // a block ends its line by itself
  }
  if (at < to) parts.push(...plain(text.slice(at, to)));
  return parts;
}

/** Nodes for a text; acts = {command(text), deepLink(url) -> function or null} are what its links may do. */
export function dressed(text, entities, acts = {}) {
  const all = [...entities, ...found(text, entities)];
  all.sort((one, other) => one.offset - other.offset || other.length - one.length);
  return build(text, 0, text.length, all, acts);
}
