// Says the picked times in the message while it is being written; without it the message says {time}, and the server fills it in.

const BLANK = "{time}";
const MOST = 2;

// What makes "1:00 pm" the end of another time.
const MORE = /[\p{L}\d]$|\d[:.]$/u;

// The last one: the message begins with the time that we had said.
const find = (text, words) => {
  if (words === BLANK) return text.lastIndexOf(words);
  let at = text.lastIndexOf(words);
  while (at > 0 && MORE.test(text.slice(0, at))) at = text.lastIndexOf(words, at - 1);
  return at;
};

const swap = (text, from, to) => {
  const at = find(text, from);
  return at < 0 ? text : text.slice(0, at) + to + text.slice(at + from.length);
};

class KeptSlots extends HTMLElement {
  #written = BLANK;
  #inOrder = [];

  connectedCallback() {
    const form = this.closest("form");
    const message = form?.elements.message;
    if (!message) return;
    this.#inOrder = this.#picked();
    const say = () => {
      const words = this.#words();
      message.value = swap(message.value, this.#written, words);
      this.#written = words;
    };
    this.addEventListener("change", (event) => {
      this.#pick(event.target);
      say();
    });
    // The server puts the times where they stood, whatever its clock says by then.
    form.addEventListener("formdata", ({ formData }) =>
      formData.set("message", swap(message.value, this.#written, BLANK)),
    );
    say();
  }

  #picked() {
    return [...this.querySelectorAll("input:checked")];
  }

  // Two are offered: a third takes the place of the one that was picked first.
  #pick(slot) {
    this.#inOrder = this.#inOrder.filter((other) => other !== slot);
    if (!slot.checked) return;
    if (this.#inOrder.length >= MOST) this.#inOrder.shift().checked = false;
    this.#inOrder.push(slot);
  }

  // A time of one's own is said by the server.
  #words() {
    const [first, second] = this.#picked().map((slot) => slot.dataset.words);
    const isKnown = this.#picked().length > 0 && this.#picked().every((slot) => slot.dataset.words);
    if (!isKnown) return BLANK;
    return second ? first + this.dataset.or.replace(BLANK, second) : first;
  }
}

customElements.define("kept-slots", KeptSlots);
