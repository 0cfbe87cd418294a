// One button to hear something instead of the browser's own player.

class KeptSound extends HTMLElement {
  connectedCallback() {
    const sound = this.querySelector("audio");
    if (!sound || this.querySelector("button")) return;
    const button = document.createElement("button");
    const say = (words) => {
      button.innerHTML = `<svg class="icon" aria-hidden="true"><use href="/static/icons.svg#play-fill"/></svg>${words}`;
      const which = Object.assign(document.createElement("span"), { className: "sr", textContent: ` (${sound.ariaLabel ?? sound.getAttribute("aria-label")})` });
      button.append(which);
    };
    Object.assign(button, { type: "button", className: "btn" });
    button.dataset.size = "s";
    say("Hear it");
    button.addEventListener("click", () => (sound.paused ? sound.play().catch(() => say("It can’t be played")) : sound.pause()));
    sound.addEventListener("play", () => say("Stop"));
    sound.addEventListener("pause", () => say("Hear it"));
    sound.addEventListener("pause", () => (sound.currentTime = 0));
    sound.controls = false;
    this.prepend(button);
  }
}

customElements.define("kept-sound", KeptSound);
