// Runs beside the page's own work and hands on what the microphone hears, untouched.

class KeptTape extends AudioWorkletProcessor {
  process([[heard]]) {
    if (heard) this.port.postMessage(heard.slice());
    return true;
  }
}

registerProcessor("kept-tape", KeptTape);
