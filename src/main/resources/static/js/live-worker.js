// One event stream for all tabs of a browser: every tab holds a port, the worker holds the stream.
"use strict";
const ports = new Set();
let stream = null;
let mark = "";

const tell = (message) => {
  for (const port of ports) port.postMessage(message);
};

// Somebody signed out, or was: no page may go on showing what it shows.
const over = () => {
  stream?.close();
  stream = null;
  mark = "";
  tell({ kind: "over" });
};

const open = () => {
  stream = new EventSource("/live");
  stream.addEventListener("hello", ({ data }) => {
    mark = data;
    tell({ kind: "live", data: mark });
  });
  stream.addEventListener("mark", ({ data }) => {
    mark = data;
  });
  stream.addEventListener("error", () => {
    mark = "";
    tell({ kind: "lost" });
    // A refusal ends an EventSource for good, and does not say which. Anything else it mends by itself.
    if (stream.readyState !== EventSource.CLOSED) return;
    stream = null;
    fetch("/live", { method: "HEAD", headers: { Accept: "text/event-stream" } })
      .then(({ status }) => status === 401 && over())
      .catch(() => {});
  });
  stream.addEventListener("over", over);
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
      mark = "";
    }
  });
  port.start();
  if (!stream) open();
  else if (mark) port.postMessage({ kind: "live", data: mark });
});
