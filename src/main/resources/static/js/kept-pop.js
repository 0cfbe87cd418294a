// Opens what a link leads to beside the link instead of on a page of its own.

const CLOSE = `<button type="button" class="btn close" data-kind="quiet" data-size="s" data-shape="icon" aria-label="Close"><svg class="icon" aria-hidden="true"><use href="/static/icons.svg#x-bold"/></svg></button>`;

class KeptPop extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
      const opens = link.parentElement === this || link.matches("[data-pop]");
      if (!opens) return;
      event.preventDefault();
      this.#open(link);
    });
  }

  async #open(link) {
    const answer = await fetch(link.href, { headers: { "HX-Request": "true" } }).catch(() => null);
    // Where the row was replaced meanwhile, the page of it opens instead.
    if (!answer?.ok || !this.isConnected) {
      location.assign(link.href);
      return;
    }
    const box = this.querySelector(":scope > [popover]") ?? this.#box();
    box.innerHTML = (await answer.text()) + CLOSE;
    box.querySelector(":scope > .close").addEventListener("click", () => box.hidePopover());
    window.htmx?.process(box);
    if (!box.matches(":popover-open")) box.showPopover({ source: this.querySelector("a") });
    box.querySelector("input:checked, button, a, input, select, textarea")?.focus();
  }

  #box() {
    const box = document.createElement("div");
    box.popover = "auto";
    box.className = "popped";
    box.addEventListener("toggle", (event) => {
      if (event.newState === "closed") this.querySelector("a")?.focus({ preventScroll: true });
    });
    this.append(box);
    return box;
  }
}

customElements.define("kept-pop", KeptPop);
