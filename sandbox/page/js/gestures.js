// Fingers on a bubble: a swipe to the left answers it, a long press opens what can be done with it.

const FAR_ENOUGH = 56;
const FURTHEST = 76;
const LONG = 450;

export function fingers(list, { reply }) {
  let row = null;
  let start = null;
  let held = null;

  const shut = () => list.querySelectorAll(".row.open").forEach((one) => one.classList.remove("open"));

  function end(commit) {
    clearTimeout(held);
    if (!row) return;
    const went = start.went ?? 0;
    row.style.transform = "";
    row.classList.remove("swiping");
    if (commit && went <= -FAR_ENOUGH) reply(Number(row.dataset.message));
    row = null;
  }

  list.addEventListener("pointerdown", (event) => {
    if (!event.target.closest(".row.open")) shut();
    if (event.pointerType === "mouse") return;
    row = event.target.closest(".row");
    if (!row) return;
    start = { x: event.clientX, y: event.clientY };
    const pressed = row;
    held = setTimeout(() => pressed.classList.add("open"), LONG);
  });
  list.addEventListener("pointermove", (event) => {
    if (!row) return;
    const x = event.clientX - start.x;
    const y = event.clientY - start.y;
    if (Math.hypot(x, y) > 10) clearTimeout(held);
    if (x > -12 || Math.abs(y) > Math.abs(x)) return;
    start.went = Math.max(-FURTHEST, x);
    row.classList.add("swiping");
    row.style.transform = `translateX(${start.went}px)`;
  });
  list.addEventListener("pointerup", () => end(true));
  list.addEventListener("pointercancel", () => end(false));
  list.addEventListener("contextmenu", (event) => {
    const pressed = event.target.closest(".row");
    if (!pressed || event.target.closest("a, img, video")) return;
    event.preventDefault();
    shut();
    pressed.classList.add("open");
  });
}
