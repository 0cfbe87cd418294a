// Underlines the promises in what is being written and offers to make them; without it, sending asks once.

const PAUSE = 350;
let waiting, asking;
const parts = (form) => ({
  field: form.querySelector("textarea[name='words']"),
  under: form.querySelector(".under"),
  offers: () => [...form.querySelectorAll(".offer[data-heard]")],
});

// The same words lie under the field, and only the lines below a promise show.
const underline = (form) => {
  const { field, under, offers } = parts(form);
  const words = field.value;
  under.replaceChildren();
  let at = 0;
  for (const { dataset } of offers()) {
    const [start, end] = [Number(dataset.start), Number(dataset.end)];
    if (start < at || end > words.length) continue;
    const mark = document.createElement("mark");
    mark.className = "promise-hit";
    mark.textContent = words.slice(start, end);
    under.append(words.slice(at, start), mark);
    at = end;
  }
  under.append(words.slice(at));
  under.scrollTop = field.scrollTop;
};

const show = (form, html) => {
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  const now = form.querySelector("#heard");
  const next = fresh.content.querySelector("#heard");
  if (!now || !next) return;
  const asked = now.querySelector("[name='heard_asked']");
  if (now.innerHTML.trim() !== next.innerHTML.trim()) now.replaceChildren(...(asked ? [asked] : []), ...next.children);
  underline(form);
};

const ask = async (form, chosen = "") => {
  asking?.abort();
  asking = new AbortController();
  const { field } = parts(form);
  const promised = form.elements.promise_what?.value ?? "";
  const channel = form.elements.channel?.value ?? "";
  try {
    const answer = await fetch(form.dataset.hearing, {
      method: "POST",
      body: new URLSearchParams({ words: field.value, heard: chosen, promise_what: promised, channel }),
      headers: { "HX-Request": "true" },
      signal: asking.signal,
    });
    if (answer.ok) show(form, await answer.text());
  } catch {
    // No signal or a newer question: what is written stays, and sending asks.
  }
};

// Into the promise's own fields, where it can still be changed; it is made when the words are sent.
const take = (form, { dataset }) => {
  form.elements.promise_what.value = dataset.what;
  form.elements.promise_kind.value = dataset.kind;
  const ready = [...form.elements.promise_when].find((time) => time.value === dataset.due);
  const other = [...form.elements.promise_when].find((time) => time.value === "other");
  (ready ?? other).checked = true;
  if (!ready) form.elements.promise_due.value = dataset.due;
  form.querySelector("#promise-part").open = true;
  form.querySelector("#heard").replaceChildren();
  underline(form);
  (dataset.due ? parts(form).field : form.elements.promise_due).focus();
};

const settle = (form, offer, how) => {
  if (how === "promise") return take(form, offer);
  offer.remove();
  underline(form);
  parts(form).field.focus();
  return ask(form, `not:${offer.dataset.heard}`);
};

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-hearing]");
  if (!form || event.target.name !== "words") return;
  clearTimeout(waiting);
  form.querySelector(".under").replaceChildren();
  waiting = setTimeout(() => ask(form), PAUSE);
});

document.addEventListener(
  "scroll",
  (event) => {
    const under = event.target.matches?.(".writing > textarea") && event.target.previousElementSibling;
    if (under) under.scrollTop = event.target.scrollTop;
  },
  true,
);

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-hear]");
  const form = button?.closest("form[data-hearing]");
  if (!form) return;
  event.preventDefault();
  settle(form, button.closest(".offer"), button.dataset.hear);
});

document.addEventListener("keydown", (event) => {
  const how = { KeyK: "promise", KeyX: "not" }[event.code];
  if (!how || !event.altKey || event.metaKey || event.ctrlKey) return;
  const form = event.target.closest?.("form[data-hearing]");
  const offer = form && parts(form).offers()[0];
  if (!offer) return;
  event.preventDefault();
  settle(form, offer, how);
});

for (const form of document.querySelectorAll("form[data-hearing]")) {
  if (parts(form).offers().length) underline(form);
  else if (parts(form).field.value) ask(form);
}
