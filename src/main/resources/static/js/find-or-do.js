// Find or do: one field over any page, opened with ⌘K or the magnifying glass. Without it, /find is a page.

class FindOrDo extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.dialog = this.querySelector("dialog");
    document.addEventListener("click", (event) => {
      const opener = event.target.closest?.('a[data-key="find"]');
      if (!opener || event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      this.open();
    });
    this.dialog.addEventListener("keydown", (event) => this.#steer(event));
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.dialog.close();
    });
  }

  open() {
    if (!this.field) this.#build();
    if (!this.dialog.open) this.dialog.showModal();
    this.field.select();
  }

  #build() {
    const form = document.createElement("form");
    form.className = "finder";
    form.action = this.dataset.src;
    form.role = "search";
    this.field = Object.assign(document.createElement("input"), {
      type: "search",
      name: "q",
      autocomplete: "off",
      placeholder: "Names, numbers, words, or what to do",
      ariaLabel: "Names, numbers, words, or what to do",
    });
    this.results = document.createElement("div");
    this.results.setAttribute("aria-live", "polite");
    form.append(this.field);
    this.dialog.append(form, this.results);
    this.field.addEventListener("input", () => {
      clearTimeout(this.soon);
      this.soon = setTimeout(() => this.#search(), 90);
    });
    form.addEventListener("submit", (event) => {
      const first = this.results.querySelector("a");
      if (!first) return;
      event.preventDefault();
      first.click();
    });
    this.#search();
  }

  async #search() {
    const query = this.field.value;
    const address = `${this.dataset.src}?q=${encodeURIComponent(query)}`;
    const answer = await fetch(address, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (!answer?.ok) return;
    const words = await answer.text();
    // A late answer neither undoes what was typed since, nor takes away the row somebody is on.
    if (query !== this.field.value || this.results.contains(document.activeElement)) return;
    this.results.innerHTML = words;
  }

  #steer(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const hits = [this.field, ...this.results.querySelectorAll("a")];
    const here = hits.indexOf(document.activeElement);
    const next = here + (event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
    hits[Math.max(0, Math.min(next, hits.length - 1))].focus();
  }
}

customElements.define("find-or-do", FindOrDo);
