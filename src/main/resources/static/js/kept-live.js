// Fetches a part of the page again when the server says that its topic changed; says so when that news stops coming.

const PATIENCE = 10_000;
const IN_USE = "form :is(input, select, textarea):focus, [popover]:popover-open, textarea:focus, :active";
const LATER = 300;
const parts = new Set();
let lostAt = 0;
let alarmTimer = 0;
// How far the news had come when this page was made; none once it was compared.
let madeAt = document.querySelector('meta[name="kept-mark"]')?.content;

class KeptLive extends HTMLElement {
  constructor() {
    super();
    // Somebody may have begun while the answer was on its way.
    this.addEventListener("htmx:beforeSwap", ({ detail }) => {
      if (detail.target !== this || !this.querySelector(IN_USE)) return;
      detail.shouldSwap = false;
      this.refresh();
    });
  }

  connectedCallback() {
    parts.add(this);
    listen();
  }

  disconnectedCallback() {
    parts.delete(this);
  }

  hears(topic) {
    return (this.getAttribute("topics") ?? "").split(" ").includes(topic);
  }

  // Whoever types, presses or has something open here is not interrupted: the part waits. A button keeps its focus through it.
  refresh() {
    clearTimeout(this.soon);
    this.soon = this.querySelector(IN_USE) ? setTimeout(() => this.refresh(), LATER) : setTimeout(() => this.#fetch(), 60);
  }

  #fetch() {
    const source = this.getAttribute("src");
    if (source && this.isConnected)
      window.htmx?.ajax("GET", source, { source: this, target: this, swap: "innerHTML" });
  }
}

const hear = ({ kind, data }) => {
  if (kind === "changed") for (const part of parts) if (part.hears(data)) part.refresh();
  if (kind === "alarm") document.dispatchEvent(new CustomEvent("kept:alarm", { detail: JSON.parse(data) }));
  if (kind === "over") document.dispatchEvent(new CustomEvent("kept:over"));
  if (kind === "lost" && !lostAt) {
    lostAt = Date.now();
    alarmTimer = setTimeout(sayNotLive, PATIENCE);
  }
  if (kind === "live") backAgain(data);
};

const sayNotLive = () => {
  const since = new Date(lostAt).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" }).toLowerCase();
  const line = document.getElementById("not-live") ?? document.createElement("p");
  line.id = "not-live";
  line.className = "banner";
  line.dataset.tone = "due";
  line.setAttribute("role", "status");
  line.textContent = navigator.onLine ? `Not live since ${since}. Reconnecting.` : `No signal. Showing ${since}.`;
  document.getElementById("main")?.prepend(line);
};

const backAgain = (mark) => {
  clearTimeout(alarmTimer);
  document.getElementById("not-live")?.remove();
  // What changed while we were away, or before the stream was open, was never said: every part is fetched again.
  if (lostAt || (madeAt && mark !== madeAt)) for (const part of parts) part.refresh();
  lostAt = 0;
  madeAt = "";
};

let listening = false;
const listen = () => {
  if (listening) return;
  listening = true;
  const worker = document.querySelector('meta[name="kept-live-worker"]')?.content;
  if (window.SharedWorker && worker) throughWorker(worker);
  else whileVisible();
};

const throughWorker = (worker) => {
  const { port } = new SharedWorker(worker, { name: "kept-live" });
  port.onmessage = ({ data }) => hear(data);
  window.addEventListener("pagehide", () => port.postMessage("bye"));
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
};

const whileVisible = () => {
  let stream = null;
  const open = () => {
    if (document.hidden || stream) return;
    stream = new EventSource("/live");
    stream.addEventListener("hello", ({ data }) => hear({ kind: "live", data }));
    stream.onerror = () => hear({ kind: "lost" });
    for (const kind of ["changed", "alarm", "over"]) stream.addEventListener(kind, ({ data }) => hear({ kind, data }));
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      stream?.close();
      stream = null;
      lostAt = Date.now();
    } else open();
  });
  open();
};

customElements.define("kept-live", KeptLive);
