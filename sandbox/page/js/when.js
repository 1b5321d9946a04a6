// Instants as people read them, in the district's time zone.

import { language } from "./words.js";
import { store } from "./store.js";

const formats = new Map();

function format(style, options) {
  const key = `${style} ${language()}`;
  if (!formats.has(key)) {
    const locale = language() === "zh" ? "zh-CN" : "en-GB";
    const zone = store.cast?.timezone ?? "Asia/Shanghai";
    formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone === "here" ? undefined : zone, ...options }));
  }
  return formats.get(key);
}

export const hour = (instant) => format("hour", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(instant));

export const day = (instant) => format("day", { month: "short", day: "numeric", weekday: "short" }).format(new Date(instant));

/** Its day of the week, Sunday is 0. */
export function weekday(instant) {
  const zone = store.cast?.timezone ?? "Asia/Shanghai";
  const date = new Intl.DateTimeFormat("en-CA", { timeZone: zone === "here" ? undefined : zone, dateStyle: "short" }).format(new Date(instant));
  return new Date(`${date}T00:00Z`).getUTCDay();
}

export const sameDay = (one, other) => day(one) === day(other);

/** The hour alone when it is today, else with its weekday: "周四 07:00". */
export function soon(instant, today) {
  if (sameDay(instant, today)) return hour(instant);
  return `${format("weekday", { weekday: "short" }).format(new Date(instant))} ${hour(instant)}`;
}
