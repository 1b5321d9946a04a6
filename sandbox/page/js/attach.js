// What the paper clip offers: photos (one or an album), a file, video, location, venue, another poster to scan.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { linkField } from "./newcomer.js";
import { places } from "./map.js";
import { openSheet } from "./sheet.js";
import { assetUrl, stage } from "./stage.js";
import { store } from "./store.js";
import { chooseLocation, chooseVenue } from "./where.js";
import { pick, say } from "./words.js";

const MOST = 10; // an album's limit in Telegram

function choosePhotos(screen, someone, doing) {
  const chosen = [];
  const line = h("input", { type: "text", class: "line", placeholder: say("caption"), "aria-label": say("caption"), maxlength: "1024" });
  const send = h("button", { type: "button", class: "strong wide", disabled: true });
  const content = h("div", { class: "photos" });
  const tiles = store.cast.photos.map((asset, at) => {
    const tile = h("button", { type: "button", class: "tile", "aria-pressed": "false", "aria-label": say("photo_n", { n: at + 1 }) }, h("img", { src: assetUrl(asset), alt: "", loading: "lazy" }), h("i"));
    tile.onclick = () => toggle(asset);
    return [asset, tile];
  });

  function toggle(asset) {
    if (chosen.includes(asset)) chosen.splice(chosen.indexOf(asset), 1);
    else if (chosen.length < MOST) chosen.push(asset);
    for (const [name, tile] of tiles) {
      const order = chosen.indexOf(name) + 1;
      tile.setAttribute("aria-pressed", String(order > 0));
      tile.querySelector("i").textContent = order || "";
    }
    draw();
  }

  function draw() {
    send.disabled = !chosen.length;
    send.textContent = chosen.length ? say("send_n", { n: chosen.length }) : say("photos_which");
  }

  const close = openSheet(screen, say("photos"), content);
  const go = () => chosen.length && (close(), doing(stage.photos(someone.id, chosen, line.value.trim())));
  send.onclick = go;
  line.onkeydown = (event) => event.key === "Enter" && !event.isComposing && go();
  content.append(h("div", { class: "tiles" }, tiles.map(([, tile]) => tile)), line, send);
  draw();
  tiles[0]?.[1].focus({ preventScroll: true });
}

function chooseFile(someone, doing) {
  const choose = h("input", { type: "file" });
  choose.onchange = () => {
    const [file] = choose.files;
    const reader = new FileReader();
    reader.onload = () => {
      const content = reader.result.slice(reader.result.indexOf(",") + 1); // data:…;base64,…
      doing(stage.file(someone.id, { name: file.name, mime: file.type || "application/octet-stream", content }));
    };
    reader.readAsDataURL(file);
  };
  choose.click();
}

function choosePoster(screen, someone, doing) {
  const content = h("div", { class: "choices" });
  const close = openSheet(screen, say("poster_which"), content);
  for (const one of store.cast.posters) {
    const act = () => (close(), doing(stage.start(someone.id, one.payload)));
    content.append(h("button", { type: "button", class: "choice", onclick: act }, icon("scan"), h("b", {}, pick(one.name))));
  }
  content.querySelector("button")?.focus({ preventScroll: true });
}

function openLink(screen, someone, doing) {
  const { element, payload } = linkField("link_paste");
  const content = h("form", { class: "linking", onsubmit: (event) => (event.preventDefault(), go()) }, element, h("button", { type: "submit", class: "strong wide" }, say("open")));
  const close = openSheet(screen, say("open_link"), content);
  const go = () => {
    const found = payload();
    if (found !== null) close(), doing(stage.start(someone.id, found));
  };
  content.querySelector("input").focus({ preventScroll: true });
}

/** Opens the menu on a phone's screen; doing(promise) reports failures. */
export function openAttach(screen, someone, doing) {
  const content = h("div", { class: "kinds" });
  let close = null;
  const kind = (sign, word, act) =>
    content.append(h("button", { type: "button", class: `kind ${sign}`, onclick: () => (close(), act()) }, h("span", {}, icon(sign)), say(word)));
  if (store.cast.photos?.length) kind("photo", "photos", () => choosePhotos(screen, someone, doing));
  kind("file", "document", () => chooseFile(someone, doing));
  kind("video", "video", () => doing(stage.video(someone.id)));
  kind("place", "location", () => chooseLocation(screen, someone, doing));
  if (places().length) kind("venue", "venue", () => chooseVenue(screen, someone, doing));
  if (store.cast.posters?.length) kind("scan", "scan", () => choosePoster(screen, someone, doing));
  kind("link", "open_link", () => openLink(screen, someone, doing));
  close = openSheet(screen, say("attach"), content);
}
