// The keyboard's short ways; off in fields, and `?` lists them. Everything they do has a link or a button.

const OFF = "kept-keys-off";
const places = { t: "/", c: "/c", p: "/promises", e: "/people", s: "/settings/team" };
let goUntil = 0;

const inField = (element) => element?.closest?.("input, textarea, select, [contenteditable], dialog[open] form");
const reach = (selector) => {
  const target = [...document.querySelectorAll(selector)].find((element) => element.checkVisibility?.() ?? true);
  target?.focus();
  return target;
};
const press = (selector) => {
  const target = reach(selector);
  if (target && !target.matches("input, textarea")) target.click();
  return Boolean(target);
};

// A channel is chosen, and the words go on where they were.
const write = (channel) => {
  const found = press(`[data-key="${channel}"]`);
  if (found) document.querySelector("form[data-draft] textarea")?.focus();
  return found;
};

const move = (by) => {
  const items = [...document.querySelectorAll("[data-item]")].filter((item) => item.checkVisibility?.() ?? true);
  if (!items.length) return false;
  const here = items.findIndex((item) => item.contains(document.activeElement));
  const next = items[here < 0 ? (by > 0 ? 0 : items.length - 1) : Math.max(0, Math.min(here + by, items.length - 1))];
  const target = next.matches("a") ? next : next.querySelector("a[href], button");
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
  return Boolean(target);
};

const plain = {
  "/": () => press('a[data-key="find"]'),
  p: () =>
    press('[data-key="promise-field"]') || press('a[data-key="promise"]') || (location.assign("/promises#add"), true),
  // In a conversation it lies in a menu that may be closed.
  l: () => {
    const link = document.querySelector('a[data-key="log-call"]');
    if (link) location.assign(link.href);
    return Boolean(link);
  },
  r: () => write("reply"),
  n: () => write("note"),
  h: () => press('[data-key="hand-over"]'),
  // No single key writes to a customer: Enter does.
  s: () => Boolean(reach('[data-key="sorted"]')),
  c: () => press('[data-key="call"]'),
  a: () => press('[data-key="answer"]'),
  m: () => press('[data-key="mute"]'),
  o: () => press('[data-key="hold"]'),
  E: () => press('[data-key="end"]'),
  K: () => press('[data-key="kept"]'),
  "?": () => {
    document.getElementById("keys")?.showModal();
    return true;
  },
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
};

const go = (key) => {
  goUntil = 0;
  if (!places[key]) return false;
  location.assign(places[key]);
  return true;
};

const act = (event) => {
  const { key } = event;
  if (goUntil > performance.now()) return go(key.toLowerCase());
  if (key === "g") {
    goUntil = performance.now() + 1200;
    return true;
  }
  if (key >= "1" && key <= "9") return press(`a[data-answer="${key}"]`);
  return plain[key]?.() ?? false;
};

const back = () => {
  if (document.querySelector("dialog[open], :popover-open")) return false;
  return press('[data-key="back"]');
};

document.addEventListener("keydown", (event) => {
  if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    document.querySelector("find-or-do")?.open();
    return;
  }
  if ((event.metaKey || event.ctrlKey) && event.key === "Enter") {
    const form = event.target.closest?.("form[data-draft], form.add");
    if (!form) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector('[data-key="send"]'));
    return;
  }
  if (event.metaKey || event.ctrlKey || event.altKey || localStorage.getItem(OFF)) return;
  if (event.key === "Escape" && inField(event.target)) return event.target.blur();
  if (inField(event.target) || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" ? back() : act(event)) event.preventDefault();
});

document.addEventListener("click", (event) => {
  if (!event.target.closest?.('a[data-key="keys"]')) return;
  event.preventDefault();
  document.getElementById("menu")?.hidePopover?.();
  document.getElementById("keys")?.showModal();
});
