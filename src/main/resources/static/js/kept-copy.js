// Puts something on the clipboard, where the browser lets a page do that.

class KeptCopy extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    if (!button || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const says = this.querySelector("[role='status']");
      try {
        await navigator.clipboard.writeText(this.dataset.words);
        says.textContent = "Copied.";
      } catch {
        says.textContent = "It can’t be copied here.";
      }
    });
  }
}

customElements.define("kept-copy", KeptCopy);
