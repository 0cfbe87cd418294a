// Records somebody's voice and sends it as a WAV; what stands in the way is said in words, and a file can be brought instead.

import { wav } from "/static/js/wav.js";

const FASTEST = 48_000; // The server reads no more samples a second.
const NO_MICROPHONE = {
  NotAllowedError: "The browser doesn’t let this page hear you. Allow the microphone beside the address, or bring a file.",
  NotFoundError: "There is no microphone here. Plug one in, or bring a file.",
  NotReadableError: "Another program has the microphone. Close it, or bring a file.",
};

const open = async () => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  let context = new AudioContext();
  if (context.sampleRate > FASTEST) {
    await context.close();
    context = new AudioContext({ sampleRate: FASTEST });
  }
  await context.audioWorklet.addModule("/static/js/kept-tape.js");
  return { stream, context };
};

class KeptRecorder extends HTMLElement {
  #tape = null;

  connectedCallback() {
    this.button.hidden = false;
    this.button.onclick = () => (this.#tape ? this.#stop() : this.#start());
  }

  disconnectedCallback() {
    this.#close();
  }

  get button() {
    return this.querySelector("button");
  }

  async #start() {
    if (!navigator.mediaDevices) return this.#say("A browser records only over https. Bring a file instead.");
    this.button.disabled = true;
    try {
      this.#tape = { ...(await open()), parts: [], heard: 0 };
      this.#run();
    } catch (error) {
      this.#say(NO_MICROPHONE[error.name] ?? "The microphone could not be opened. Bring a file instead.");
    }
    this.button.disabled = false;
  }

  #run() {
    const { stream, context, parts } = this.#tape;
    const most = Number(this.dataset.most) * context.sampleRate;
    const tape = new AudioWorkletNode(context, "kept-tape", { channelCount: 1, channelCountMode: "explicit", numberOfOutputs: 0 });
    tape.port.onmessage = ({ data }) => {
      if (!this.#tape || this.#tape.heard + data.length > most) return this.#tape && this.#stop();
      parts.push(data);
      this.#tape.heard += data.length;
      this.#count(Math.floor(this.#tape.heard / context.sampleRate));
    };
    context.createMediaStreamSource(stream).connect(tape);
    this.dataset.on = "";
    this.querySelector("button span").textContent = "Stop";
    this.#say(`Speak now. It stops by itself after ${this.dataset.most} seconds.`);
  }

  #count(seconds) {
    this.querySelector("button span").textContent = `Stop, ${seconds} s`;
  }

  async #stop() {
    const { parts, context } = this.#tape;
    const sound = wav(parts, context.sampleRate);
    this.#close();
    this.#say("One moment.");
    const headers = { "Content-Type": "audio/wav", "HX-Request": "true" };
    const answer = await fetch(this.dataset.to, { method: "POST", headers, body: sound }).catch(() => null);
    if (!answer) return this.#say("No signal. Record it again in a moment.");
    if (!answer.ok) return this.#say(await answer.text());
    const door = document.getElementById("door");
    door.outerHTML = await answer.text();
    window.htmx?.process(document.getElementById("door"));
    document.querySelector(`[data-to="${this.dataset.to}"] button`)?.focus();
  }

  #close() {
    this.#tape?.stream.getTracks().forEach((track) => track.stop());
    this.#tape?.context.close();
    this.#tape = null;
    delete this.dataset.on;
    this.querySelector("button span").textContent = "Record it yourself";
  }

  #say(words) {
    this.querySelector(".said").textContent = words;
  }
}

customElements.define("kept-recorder", KeptRecorder);
