// Sends what is ready by itself after a while, unless somebody stops it or touches a field.

class KeptSends extends HTMLElement {
  connectedCallback() {
    const form = this.closest("form");
    const button = form.querySelector('[name="then"][value="send"]');
    const says = this.querySelector("[data-says]");
    if (!button || !form.elements.understood.value.trim()) return;
    let left = Number(this.dataset.after);
    const stop = document.createElement("button");
    stop.type = "button";
    stop.className = "btn";
    stop.dataset.kind = "quiet";
    stop.textContent = "Wait";
    const end = () => {
      clearInterval(this.timer);
      says.textContent = "";
      stop.remove();
    };
    stop.addEventListener("click", end);
    form.addEventListener("input", end, { once: true });
    this.append(stop);
    const count = () => (says.textContent = `Sends in ${left} s.`);
    count();
    this.timer = setInterval(() => {
      left -= 1;
      count();
      if (left > 0) return;
      clearInterval(this.timer);
      form.requestSubmit(button);
    }, 1000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }
}

customElements.define("kept-sends", KeptSends);
