// Keeps what is being written in a form with `data-draft`, on this device, until it is sent.

const KEPT_FOR = 14 * 86_400_000;
const key = (form) => `kept-draft:${form.dataset.draft}`;

const fields = (form) =>
  [...form.querySelectorAll("textarea, input[type='text'], input:not([type])")].filter((field) => field.name);

const save = (form) => {
  const words = Object.fromEntries(fields(form).map((field) => [field.name, field.value]));
  try {
    if (Object.values(words).some((value) => value.trim())) {
      localStorage.setItem(key(form), JSON.stringify({ at: Date.now(), words }));
    } else localStorage.removeItem(key(form));
  } catch {
    // A full or forbidden store loses the draft, never the words on the page.
  }
};

const read = (form) => {
  try {
    return JSON.parse(localStorage.getItem(key(form)) ?? "null");
  } catch {
    return null;
  }
};

// What the server put there wins: after a refusal it holds the newer words.
const restore = (form) => {
  const draft = read(form);
  if (!draft || form.dataset.restored) return;
  form.dataset.restored = "";
  for (const field of fields(form)) {
    if (!field.value && draft.words[field.name]) field.value = draft.words[field.name];
  }
};

const forget = (form) => localStorage.removeItem(key(form));

const restoreAll = () => document.querySelectorAll("form[data-draft]").forEach(restore);

const forgetOld = () => {
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith("kept-draft:")) continue;
    const { at = 0 } = JSON.parse(localStorage.getItem(name) ?? "{}") ?? {};
    if (Date.now() - at > KEPT_FOR) localStorage.removeItem(name);
  }
};

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-draft]");
  if (form) save(form);
});

// The server answers a sent form with this event or with a page that has no words in it; only then is the draft gone.
document.addEventListener("submit", (event) => {
  const form = event.target.closest?.("form[data-draft]");
  if (form && !form.hasAttribute("hx-post")) sessionStorage.setItem("kept-sent", form.dataset.draft);
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("form[data-draft]");
  if (form && event.detail.successful) forget(form);
});
document.addEventListener("htmx:afterSettle", restoreAll);

const sent = sessionStorage.getItem("kept-sent");
sessionStorage.removeItem("kept-sent");
const refused = document.querySelector("form[data-draft] [aria-invalid='true'], form[data-draft] .error");
if (sent && !refused) localStorage.removeItem(`kept-draft:${sent}`);
forgetOld();
restoreAll();
