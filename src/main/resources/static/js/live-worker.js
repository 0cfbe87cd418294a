// One event stream for all tabs of a browser: every tab holds a port, the worker holds the stream.
"use strict";
const ports = new Set();
let stream = null;

const tell = (message) => {
  for (const port of ports) port.postMessage(message);
};

const open = () => {
  stream = new EventSource("/live");
  stream.addEventListener("open", () => tell({ kind: "live" }));
  stream.addEventListener("error", () => {
    tell({ kind: "lost" });
    // A refusal ends an EventSource for good: somebody signed out. Anything else it mends by itself.
    if (stream.readyState === EventSource.CLOSED) stream = null;
  });
  for (const kind of ["changed", "alarm"]) {
    stream.addEventListener(kind, (event) => tell({ kind, data: event.data }));
  }
};

self.addEventListener("connect", (event) => {
  const port = event.ports[0];
  ports.add(port);
  port.addEventListener("message", ({ data }) => {
    if (data === "bye") ports.delete(port);
    if (ports.size === 0) {
      stream?.close();
      stream = null;
    }
  });
  port.start();
  if (!stream) open();
  else if (stream.readyState === EventSource.OPEN) port.postMessage({ kind: "live" });
});
