// A week of hours that is quicker to fill in: a break splits the day at lunch, and Monday is copied to the others.

const LUNCH = ["12:00", "13:00"];
const fieldsOf = (part) => [...part.querySelectorAll("input[type='time']")];
const isBlank = (fields) => fields.every((field) => !field.value);

class KeptWeek extends HTMLElement {
  connectedCallback() {
    for (const fold of this.querySelectorAll("details")) this.#name(fold);
    this.addEventListener("toggle", (event) => this.#folded(event.target), true);
    const copy = this.querySelector("[data-copy]");
    copy.hidden = false;
    copy.addEventListener("click", () => this.#copyMonday());
  }

  #folded(fold) {
    const fields = fieldsOf(fold);
    const before = fieldsOf(fold.previousElementSibling);
    if (fold.open && isBlank(fields)) this.#split(before, fields);
    if (!fold.open && !isBlank(fields)) this.#join(before, fields);
    this.#name(fold);
  }

  #split([opens, closes], [again, until]) {
    if (!(opens.value < LUNCH[0] && closes.value > LUNCH[1])) return;
    until.value = closes.value;
    [closes.value, again.value] = LUNCH;
    this.#changed();
  }

  #join([, closes], [again, until]) {
    if (until.value) closes.value = until.value;
    again.value = until.value = "";
    this.#changed();
  }

  #name(fold) {
    fold.querySelector("summary span").firstChild.textContent = fold.open ? "Take it out" : "Add a break";
  }

  #copyMonday() {
    const [monday, ...others] = this.querySelectorAll("[data-day]");
    const closed = (day) => day.querySelector("input[type='checkbox']").checked;
    if (closed(monday)) return;
    for (const day of others.filter((other) => !closed(other))) this.#copy(monday, day);
    this.#changed();
  }

  // For whoever saves or watches what was filled in for somebody.
  #changed() {
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #copy(from, to) {
    const values = fieldsOf(from).map((field) => field.value);
    const breaks = to.querySelector(".week__slots");
    while (fieldsOf(to).length < values.length) breaks.append(breaks.lastElementChild.cloneNode(true));
    fieldsOf(to).forEach((field, i) => (field.value = values[i] ?? ""));
    for (const fold of to.querySelectorAll("details")) fold.open = !isBlank(fieldsOf(fold));
  }
}

customElements.define("kept-week", KeptWeek);
