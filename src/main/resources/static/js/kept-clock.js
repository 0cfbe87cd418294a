// Re-words "21 min left" between the server's pushes, with one ticker for all clocks of a page.

const serverNow = Date.parse(document.querySelector('meta[name="kept-now"]')?.content ?? "");
const offset = Number.isNaN(serverNow) ? 0 : serverNow - Date.now();
const clocks = new Set();
const DUE_SOON = 15 * 60_000;

export const now = () => Date.now() + offset;

const length = (milliseconds) => {
  const minutes = Math.max(0, Math.floor(Math.abs(milliseconds) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ${String(minutes % 60).padStart(2, "0")}`;
  const days = Math.round(hours / 24);
  return days === 1 ? "a day" : `${days} days`;
};

const seconds = (milliseconds) => {
  const all = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, "0")}`;
};

const forms = {
  talk: (at) => seconds(now() - at),
  held: (at) => seconds(now() - at),
  left: (at) => (at < now() ? `${length(now() - at)} late` : `${length(Math.ceil((at - now()) / 60_000) * 60_000)} left`),
  waited: (at) => length(now() - at),
};

class KeptClock extends HTMLElement {
  connectedCallback() {
    clocks.add(this);
    start();
  }

  disconnectedCallback() {
    clocks.delete(this);
  }

  // Minutes need no second hand.
  get isQuick() {
    return this.dataset.form === "talk" || this.dataset.form === "held";
  }

  tick() {
    const time = this.querySelector("time");
    const at = Date.parse(time?.dateTime ?? "");
    const form = forms[this.dataset.form];
    if (Number.isNaN(at) || !form || this.#serverKnowsBetter(at)) return;
    const words = form(at);
    if (time.textContent !== words) time.textContent = words;
    if (this.dataset.form === "left") this.#warn(time, at);
    // Whoever hears music for a minute is forgotten.
    if (this.dataset.form === "held") this.toggleAttribute("data-long", now() - at > 60_000);
  }

  // Far away, the server's words ("Wed 9:00", "on the van") say more than a count of hours.
  #serverKnowsBetter(at) {
    return this.dataset.form === "left" && at - now() > 8 * 3_600_000;
  }

  #warn(time, at) {
    const left = at - now();
    const tone = left < 0 ? "risk" : left < DUE_SOON ? "due" : null;
    if (!tone) return;
    time.classList.remove("tone-due", "tone-risk");
    time.classList.add(`tone-${tone}`);
  }
}

let ticker = 0;
const start = () => {
  if (ticker) return;
  let beat = 0;
  ticker = setInterval(() => {
    beat += 1;
    if (document.hidden) return;
    for (const clock of clocks) if (clock.isQuick || beat % 10 === 0) clock.tick();
  }, 1_000);
};

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) for (const clock of clocks) clock.tick();
});

customElements.define("kept-clock", KeptClock);
