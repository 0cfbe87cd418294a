// Where this part stands, the page has nothing more to show: it goes on to what follows.

class KeptGo extends HTMLElement {
  connectedCallback() {
    const typed = document.querySelector("form.composer textarea")?.value;
    if (!typed?.trim()) location.assign(this.dataset.to);
  }
}

customElements.define("kept-go", KeptGo);
