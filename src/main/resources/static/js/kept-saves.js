// Saves a form as soon as something in it changes, one sending at a time; what is refused is put back, and the line beside it says why.

const PAUSE = 600; // A time that is being typed changes with each digit.
const isPicked = (control) => control.matches("[type='checkbox'], [type='radio']");
const isTyped = (control) => control.matches("input:not([type='checkbox'], [type='radio'], [type='time'])");
const valueOf = (control) => (isPicked(control) ? control.checked : control.value);
const put = (control, value) => (isPicked(control) ? (control.checked = value) : (control.value = value));

class KeptSaves extends HTMLElement {
  #form;
  #saved = new Map();
  #sent = null;
  #pause;
  #waits = false; // Something was changed and is not sent, since more of it may come.

  connectedCallback() {
    this.#form = this.querySelector("form");
    if (!window.htmx) return;
    this.dataset.live = "";
    this.#form.noValidate = true; // The server's words, in the same place.
    this.#saved = this.#now();
    this.addEventListener("change", (event) => this.#changed(event.target));
    this.addEventListener("focusout", (event) => this.#left(event));
    this.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#save();
    });
    this.addEventListener("htmx:configRequest", () => this.#sending());
    this.addEventListener("htmx:afterRequest", ({ detail }) => this.#answered(detail.successful));
    this.addEventListener("htmx:responseError", (event) => this.#refused(event));
    this.addEventListener("htmx:sendError", (event) => this.#failed(event, "No signal."));
  }

  #controls() {
    return [...this.#form.elements].filter((control) => control.name && control.matches("input:not([type='hidden']), select"));
  }

  #now() {
    return new Map(this.#controls().map((control) => [control, valueOf(control)]));
  }

  #changed(control) {
    clearTimeout(this.#pause);
    this.#waits = control.type === "time" && control === document.activeElement;
    if (this.#waits) this.#pause = setTimeout(() => this.#save(), PAUSE);
    else this.#save();
  }

  // Whoever goes on has finished, also with half of a stretch of hours: then the server says what is missing.
  #left({ target, relatedTarget }) {
    if (target.closest(".span")?.contains(relatedTarget)) return;
    clearTimeout(this.#pause);
    if (this.#waits) setTimeout(() => this.isConnected && this.#save());
  }

  #save() {
    this.#waits = this.#isHalf();
    if (!this.#waits && this.#differs()) window.htmx.trigger(this.#form, "save");
  }

  #differs() {
    const known = this.#sent ?? this.#saved;
    return this.#controls().some((control) => valueOf(control) !== (known.get(control) ?? (isPicked(control) ? false : "")));
  }

  #isHalf() {
    const span = document.activeElement?.closest(".span");
    const times = span && this.contains(span) ? [...span.querySelectorAll("input")] : [];
    return times.some((time) => time.value) && times.some((time) => !time.value);
  }

  #sending() {
    this.#sent = this.#now();
    this.#say("");
  }

  #answered(isSaved) {
    const sent = this.#sent ?? new Map();
    this.#sent = null;
    if (!isSaved) return;
    for (const [control, value] of this.#now()) this.#saved.set(control, sent.has(control) ? sent.get(control) : value);
  }

  #refused(event) {
    const { xhr } = event.detail;
    if (xhr.status === 401) return;
    const isSaid = xhr.getResponseHeader("Content-Type")?.startsWith("text/plain");
    if (xhr.status === 409 || xhr.status >= 500 || !isSaid) return this.#failed(event, isSaid ? xhr.responseText : "");
    event.stopPropagation();
    this.#say(`${this.#putBack() || "That isn’t saved."} ${xhr.responseText}`, "risk");
  }

  // What was changed again meanwhile stays, and is sent next.
  #putBack() {
    let said = "";
    for (const [control, value] of this.#sent) {
      const before = this.#saved.get(control) ?? (isPicked(control) ? false : "");
      if (value === before || valueOf(control) !== value) continue;
      if (isTyped(control) && value) said = `“${value}” isn’t saved.`;
      put(control, before);
    }
    return said;
  }

  #failed(event, why) {
    event.stopPropagation();
    this.#say(`${why} That isn’t saved yet. `, "risk");
    const onclick = () => this.#save();
    const again = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: "Try again", onclick });
    again.dataset.size = "s";
    this.querySelector(".said").append(again);
  }

  #say(words, tone) {
    const line = Object.assign(this.querySelector(".said"), { textContent: words.trim() });
    line.dataset.tone = tone ?? "";
  }
}

customElements.define("kept-saves", KeptSaves);
