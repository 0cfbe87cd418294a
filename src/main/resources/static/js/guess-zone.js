// Chooses the time zone that this browser keeps, where nobody has chosen one yet.

class GuessZone extends HTMLElement {
  connectedCallback() {
    if (!this.hasAttribute("data-guessed")) return;
    const select = this.querySelector("select");
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if ([...select.options].some((option) => option.value === zone)) select.value = zone;
  }
}

customElements.define("guess-zone", GuessZone);
