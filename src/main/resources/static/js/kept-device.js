// Makes this browser one that takes alarms: asks only when its button is pressed, and says in words why it cannot.

const worker = () => navigator.serviceWorker.register("/sw.js");
const isApp = () => matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
const isApple = () => /iPhone|iPad|iPod/.test(navigator.userAgent);
const canPush = () => "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

class KeptDevice extends HTMLElement {
  connectedCallback() {
    this.querySelector("button")?.addEventListener("click", () => this.#subscribe());
    this.#look();
  }

  #say(when, words) {
    for (const each of this.querySelectorAll("[data-when]")) each.hidden = each.dataset.when !== when;
    const line = this.querySelector(`[data-when="${when}"]`);
    if (words && line) line.textContent = words;
    if (when === "failed") this.querySelector('[data-when="ask"]').hidden = false;
  }

  async #look() {
    if (!window.isSecureContext) return this.#say("insecure");
    if (!canPush()) return this.#say(isApple() && !isApp() ? "iphone" : "unable");
    if (Notification.permission === "denied") return this.#say("denied");
    const registration = await navigator.serviceWorker.getRegistration();
    const subscribed = await registration?.pushManager.getSubscription();
    this.#say(subscribed && this.dataset.here !== undefined ? "here" : "ask");
  }

  async #subscribe() {
    const button = this.querySelector("button");
    button.disabled = true;
    try {
      const answer = await Notification.requestPermission();
      if (answer === "denied") return this.#say("denied");
      if (answer !== "granted") return;
      await worker();
      await this.#tell(await this.#address());
    } catch (failure) {
      this.#say("failed", failure.message);
    } finally {
      button.disabled = false;
    }
  }

  // An address that was made for another installation's key is given up first.
  async #address() {
    const { pushManager } = await navigator.serviceWorker.ready;
    const options = { userVisibleOnly: true, applicationServerKey: this.dataset.key };
    try {
      return await pushManager.subscribe(options);
    } catch (failure) {
      const before = await pushManager.getSubscription();
      if (!before) throw new Error("The browser’s push service can’t be reached. Try again in a minute.", { cause: failure });
      await before.unsubscribe();
      return pushManager.subscribe(options);
    }
  }

  async #tell(subscription) {
    const { endpoint, keys } = subscription.toJSON();
    const answer = await fetch("/settings/you/devices", {
      method: "POST",
      body: new URLSearchParams({ endpoint, ...keys }),
      headers: { "HX-Request": "true" },
    });
    if (!answer.ok) throw new Error(answer.status === 422 ? await answer.text() : "That didn’t save. Try again.");
    this.dataset.here = "";
    this.#say("here");
    const list = document.getElementById("devices-list");
    list.innerHTML = await answer.text();
    window.htmx?.process(list);
  }
}

customElements.define("kept-device", KeptDevice);

// Whoever installed the app or takes alarms has a worker; it also says when there is no signal.
if (canPush() && window.isSecureContext && (isApp() || Notification.permission === "granted")) {
  worker().catch(() => {});
}
