// Says the picked time in the message while it is being written; without it the message says {time}, and the server fills it in.

const BLANK = "{time}";

// The last one: the message begins with the time that we had said.
const swap = (text, from, to) => {
  const at = text.lastIndexOf(from);
  return at < 0 ? text : text.slice(0, at) + to + text.slice(at + from.length);
};

class KeptSlots extends HTMLElement {
  #written = BLANK;

  connectedCallback() {
    const form = this.closest("form");
    const message = form?.elements.message;
    if (!message) return;
    const say = () => {
      const words = this.querySelector(":checked")?.dataset.words ?? BLANK;
      message.value = swap(message.value, this.#written, words);
      this.#written = words;
    };
    this.addEventListener("change", say);
    // The server puts the time where it stood, whatever its clock says by then.
    form.addEventListener("formdata", ({ formData }) =>
      formData.set("message", swap(message.value, this.#written, BLANK)),
    );
    say();
  }
}

customElements.define("kept-slots", KeptSlots);
