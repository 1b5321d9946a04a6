// Bringing in somebody new where no cast is given, and the field into which a poster's or an invitation's link is pasted.

import { $, h } from "./dom.js";
import { through } from "./banner.js";
import { icon } from "./icons.js";
import { opened } from "./links.js";
import { stage } from "./stage.js";
import { on, store } from "./store.js";
import { language, say } from "./words.js";

/** An input for a link. payload() gives what the link carries; null, with the reason shown, when it leads elsewhere. */
export function linkField(word) {
  const line = h("input", { type: "text", inputmode: "url", class: "line", placeholder: say(word), "aria-label": say(word), autocomplete: "off" });
  const wrong = h("p", { class: "wrong", role: "alert" });

  function payload() {
    const link = opened(line.value);
    wrong.textContent = !link ? say("link_none") : link.own ? "" : say("link_other", { bot: link.bot, own: store.cast.bot.username });
    return link?.own ? link.payload : null;
  }

  return { element: h("div", {}, line, wrong), payload, empty: () => !line.value.trim() };
}

/** Adds somebody and, when a link was given, lets them open it; resolves to the new id, or null. */
async function join(name, payload) {
  let id = null;
  const coming = stage.newcomer(name, language()).then(({ result }) => (id = result));
  if (!(await through(coming))) return null;
  if (payload !== null) await through(stage.start(id, payload));
  return id;
}

function ask(joined) {
  const name = h("input", { type: "text", class: "line", placeholder: say("person_name"), "aria-label": say("person_name"), maxlength: "64", required: true, autocomplete: "off" });
  const link = linkField("person_link");
  const box = h("dialog", { class: "newcomer", "aria-label": say("add_person"), onclose: () => box.remove() });

  async function go(event) {
    event.preventDefault();
    const payload = link.empty() ? null : link.payload();
    if (!name.value.trim() || (payload === null && !link.empty())) return;
    box.close();
    const id = await join(name.value.trim(), payload);
    if (id !== null) joined(id);
  }

  const answers = h("div", { class: "answers" }, h("button", { type: "button", class: "plain", onclick: () => box.close() }, say("cancel")), h("button", { type: "submit", class: "strong" }, say("add_person")));
  box.append(h("h3", {}, say("add_person")), h("p", {}, say("add_why")), h("form", { onsubmit: go }, name, link.element, answers));
  document.body.append(box);
  box.showModal();
}

/** Offers it wherever people can be added; joined(id) is told who came. */
export function newcomers(joined) {
  const open = () => ask(joined);
  const add = (kind) => h("button", { type: "button", class: kind, onclick: open }, icon("add"), h("span", {}, say("add_person")));
  on("state", () => {
    for (const old of document.querySelectorAll(".adding")) old.remove();
    if (store.directed) return;
    $(".pockets").append(add("adding pill"));
    $("#tabs").append(add("adding tab"));
    if (!store.cast.people.length) $("#phones").replaceChildren(h("div", { class: "adding nobody" }, h("p", {}, say("nobody")), h("button", { type: "button", class: "strong", onclick: open }, say("add_person"))));
  });
}
