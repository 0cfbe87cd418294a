// Keeps the keyboard's place when a part of the page is fetched again: on the same thing, else on what stands there now.

const REACHABLE = "a[href], button, input, select, textarea, summary";
let place = null;

const isSeen = (element) => (element.checkVisibility?.() ?? true) && !element.disabled;
const reachable = (part) => [...(part?.querySelectorAll(REACHABLE) ?? [])].filter(isSeen);
const called = (element) => element.getAttribute("aria-label") ?? element.textContent.trim();
const isSame = (was) => (element) =>
  was.id ? element.id === was.id : called(element) === was.name && element.getAttribute("href") === was.href;
const rowsOf = (list) => [...(list?.querySelectorAll("[data-item]") ?? [])];

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const here = document.activeElement;
  if (!here || here === document.body || !detail.target.contains(here)) return;
  // A list that a name is being typed into stays: a new one would take its second letter for the first of another name.
  if (here.matches("select[id]"))
    detail.serverResponse = detail.serverResponse.replace(`id="${here.id}"`, '$& hx-preserve="true"');
  const row = here.closest("[data-item]");
  place = {
    id: here.id,
    name: called(here),
    href: here.getAttribute("href"),
    row: row?.id,
    nth: rowsOf(row?.parentElement).indexOf(row),
    part: here.closest("kept-live[id]")?.id ?? "main",
  };
});

document.addEventListener("htmx:afterSettle", () => {
  if (!place) return;
  const was = place;
  place = null;
  if (document.activeElement !== document.body) return;
  const part = document.getElementById(was.part);
  const row = document.getElementById(was.row) ?? rowsOf(part)[was.nth] ?? rowsOf(part).at(-1);
  const next = reachable(part).find(isSame(was)) ?? reachable(row)[0] ?? reachable(part)[0];
  (next ?? document.getElementById("main"))?.focus({ preventScroll: true });
});
