// Alarms on every open page until somebody has seen them: a banner to take or keep it, a count in the title, on the tab and on the app.

const MOST = 3;
const STALE = 24 * 3_600_000;
const title = document.title;
const icon = document.querySelector('link[rel="icon"]');
const mark = icon?.href;
const mine = document.querySelector('meta[name="kept-mark-unseen"]');
const markUnseen = mine?.content;
const KEY = `kept-alarms ${mine?.dataset.who}`;

// Kept on the device, so that the next page and the other tabs know of them too.
const unseen = () => {
  try {
    const all = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return all.filter((alarm) => Date.now() - alarm.heardAt < STALE);
  } catch {
    return [];
  }
};

const keep = (alarms) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(alarms));
  } catch {
    // A device that stores nothing still shows the alarm on this page.
  }
  show(alarms);
};

const post = (path, form) =>
  fetch(path, { method: "POST", headers: { "HX-Request": "true" }, body: new URLSearchParams(form) });

const saw = (alarm) => {
  keep(unseen().filter((other) => other.href !== alarm.href));
  document.querySelector(`#alarms [data-alarm-id="${CSS.escape(alarm.id ?? "")}"]`)?.remove();
  if (alarm.id) post(`/alarms/${alarm.id}/seen`).catch(() => {});
};

const button = (words, kind, press) => {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: words, className: "btn" });
  made.dataset.size = "s";
  if (kind) made.dataset.kind = kind;
  made.addEventListener("click", press);
  return made;
};

// One tap does it; what the server refuses is said in its own words and the alarm stays.
const act = async (alarm, line, path, form) => {
  const answer = await post(alarm.href + path, form).catch(() => null);
  if (answer?.ok) return saw(alarm);
  const plain = answer?.headers.get("Content-Type")?.startsWith("text/plain");
  const words = line.querySelector("[role=alert]") ?? document.createElement("p");
  words.setAttribute("role", "alert");
  words.textContent = plain ? await answer.text() : "That didn’t work. Try again, or open it.";
  line.append(words);
};

const banner = (alarm) => {
  const line = document.createElement("div");
  const words = Object.assign(document.createElement("a"), { href: alarm.href, textContent: alarm.words });
  const buttons = Object.assign(document.createElement("div"), { className: "cluster" });
  const mine = alarm.mine && alarm.step === "broken";
  const take = alarm.mine ? "I’ve got it" : "Take it";
  if (!mine) buttons.append(button(take, "primary", () => act(alarm, line, "/keeper", { keeper: "me" })));
  buttons.append(button("Kept", mine ? "primary" : "", () => act(alarm, line, "/keeping", {})));
  buttons.append(button("Seen", "quiet", () => saw(alarm)));
  line.dataset.step = alarm.step;
  line.dataset.alarmId = alarm.id ?? "";
  line.append(words, buttons);
  return line;
};

function show(alarms) {
  const box = document.getElementById("alarms");
  if (!box) return;
  document.title = alarms.length ? `(${alarms.length}) ${title}` : title;
  if (icon && markUnseen) icon.href = alarms.length ? markUnseen : mark;
  if (alarms.length) navigator.setAppBadge?.(alarms.length).catch(() => {});
  else navigator.clearAppBadge?.().catch(() => {});
  const wanted = alarms.slice(-MOST);
  const ids = new Set(wanted.map((alarm) => alarm.id ?? ""));
  for (const line of [...box.children]) if (!ids.has(line.dataset.alarmId ?? "")) line.remove();
  for (const alarm of wanted) {
    if (!box.querySelector(`[data-alarm-id="${CSS.escape(alarm.id ?? "")}"]`)) box.append(banner(alarm));
  }
}

// At most one a second, so that each can be read aloud to its end.
const waiting = [];
let next = 0;
const hear = () => {
  next = 0;
  const alarm = waiting.shift();
  if (!alarm) return;
  const others = unseen().filter((other) => other.id !== alarm.id && other.href !== alarm.href);
  keep([...others, { ...alarm, heardAt: Date.now() }]);
  if (waiting.length) next = setTimeout(hear, 1000);
};
document.addEventListener("kept:alarm", ({ detail }) => {
  waiting.push(detail);
  next ||= setTimeout(hear, 0);
});

addEventListener("storage", ({ key }) => key === KEY && show(unseen()));
document.addEventListener("submit", ({ target }) => {
  if (new URL(target.action).pathname === "/out") keep([]);
});
// Whoever opened its page has seen it.
keep(unseen().filter((alarm) => alarm.href !== location.pathname));
