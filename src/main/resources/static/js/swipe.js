// On a phone a promise's row is swiped right to keep it, left for everything else; the row's dots do the same by tap.

const FAR = 88;
let swipe = null;

const rowOf = (event) => (event.pointerType === "mouse" ? null : event.target.closest?.(".prow"));

const begin = (event) => {
  const row = rowOf(event);
  if (!row?.querySelector(".next form")) return;
  swipe = { row, x: event.clientX, y: event.clientY, moved: 0 };
};

const follow = (event) => {
  if (!swipe) return;
  const across = event.clientX - swipe.x;
  const down = Math.abs(event.clientY - swipe.y);
  // Scrolling is meant until the finger clearly goes sideways.
  if (!swipe.moved && (down > 12 || Math.abs(across) < 12)) {
    if (down > 12) swipe = null;
    return;
  }
  swipe.moved = Math.max(-FAR - 24, Math.min(FAR + 24, across));
  swipe.row.style.translate = `${swipe.moved}px 0`;
  swipe.row.dataset.swipe = swipe.moved >= FAR ? "kept" : swipe.moved <= -FAR ? "more" : "";
};

const end = () => {
  if (!swipe) return;
  const { row, moved } = swipe;
  swipe = null;
  row.style.translate = "";
  delete row.dataset.swipe;
  if (!moved) return;
  suppressClick();
  if (moved >= FAR) row.querySelector(".next form")?.requestSubmit();
  if (moved <= -FAR) row.querySelector(".next kept-pop > a")?.click();
};

// The finger that lifts after a swipe must not also follow the link below it.
const suppressClick = () => {
  const stop = (event) => {
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => document.removeEventListener("click", stop, { capture: true }), 350);
};

document.addEventListener("pointerdown", begin);
document.addEventListener("pointermove", follow);
document.addEventListener("pointerup", end);
document.addEventListener("pointercancel", end);
