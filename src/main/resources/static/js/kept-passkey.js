// Makes a passkey or comes in with one: the server says what to ask, the browser asks, and the form around it carries the answer.

const FRESH = 4 * 60_000; // The server waits five minutes for an answer.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
const text = (buffer) => buffer && btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const named = (list) => list?.map((each) => ({ ...each, id: bytes(each.id) }));

// The two directions of section 5.1.7 of Web Authentication by hand: not every browser that has passkeys has them.
const read = (asked) => ({
  ...asked,
  challenge: bytes(asked.challenge),
  ...(asked.user && { user: { ...asked.user, id: bytes(asked.user.id) } }),
  ...(asked.excludeCredentials && { excludeCredentials: named(asked.excludeCredentials) }),
  ...(asked.allowCredentials && { allowCredentials: named(asked.allowCredentials) }),
});

const written = ({ id, rawId, type, response, authenticatorAttachment }) => ({
  id,
  rawId: text(rawId),
  type,
  authenticatorAttachment,
  clientExtensionResults: {},
  response: {
    clientDataJSON: text(response.clientDataJSON),
    attestationObject: text(response.attestationObject),
    transports: response.getTransports?.(),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: text(response.userHandle),
  },
});

const WHY = {
  NotAllowedError: "Nothing was done: it was called off, or took too long. Try again when you like.",
  InvalidStateError: "This device has a passkey of yours already. Come in with that one.",
  SecurityError: "Passkeys don’t work at this address. Open Kept at the address that everybody uses.",
};

class KeptPasskey extends HTMLElement {
  #offer = null; // The browser shows passkeys in the address field, until somebody presses the button.
  #again;

  connectedCallback() {
    this.querySelector("button")?.addEventListener("click", () => this.#press());
    this.#look();
  }

  disconnectedCallback() {
    clearInterval(this.#again);
    this.#offer?.abort();
  }

  get #form() {
    return this.closest("form");
  }

  #say(when, words) {
    for (const each of this.querySelectorAll("[data-when]")) each.hidden = each.dataset.when !== when;
    const line = this.querySelector(`[data-when="${when}"]`);
    if (words && line) line.textContent = words;
    if (when === "failed") this.querySelector('[data-when="ask"]').hidden = false;
  }

  async #look() {
    if (this.dataset.origin !== location.origin) return this.#say("elsewhere");
    if (!window.PublicKeyCredential) return this.#say("unable");
    this.#say("ask");
    if (this.dataset.offers === undefined) return;
    if (!(await window.PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    this.#offerInField();
    this.#again = setInterval(() => this.#offer && this.#offerInField(), FRESH);
  }

  async #offerInField() {
    this.#offer?.abort();
    const offer = (this.#offer = new AbortController());
    try {
      const publicKey = await this.#asked();
      this.#send(await navigator.credentials.get({ publicKey, mediation: "conditional", signal: offer.signal }));
    } catch {
      // Nobody asked for anything, so nothing is said. The button is there.
    }
  }

  async #press() {
    if (!this.#form.reportValidity()) return;
    clearInterval(this.#again);
    this.#offer?.abort();
    this.#offer = null;
    const button = this.querySelector("button");
    button.disabled = true;
    try {
      const publicKey = await this.#asked();
      const makes = this.dataset.makes !== undefined;
      this.#send(await (makes ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey })));
    } catch (failure) {
      this.#say("failed", WHY[failure.name] ?? failure.message);
    } finally {
      button.disabled = false;
    }
  }

  async #asked() {
    const { name, email } = Object.fromEntries(new FormData(this.#form));
    const answer = await fetch(this.dataset.ask, {
      method: "POST",
      body: new URLSearchParams({ name: name ?? "", email: email ?? "" }),
      headers: { "HX-Request": "true" },
    });
    if (!answer.ok) throw new Error(answer.status === 422 ? await answer.text() : "Kept can’t be reached. Try again.");
    return read(await answer.json());
  }

  #send(credential) {
    this.querySelector("input[name='passkey']").value = JSON.stringify(written(credential));
    this.#form.submit();
  }
}

customElements.define("kept-passkey", KeptPasskey);
