// Shuts the fields of a tapped part of a sentence on Escape or on a tap elsewhere; without it, its own chip does.

const opened = () => [...document.querySelectorAll("details.fix[open]")];

document.addEventListener(
  "keydown",
  (event) => {
    const fix = event.key === "Escape" && event.target.closest?.("details.fix[open]");
    if (!fix) return;
    event.stopPropagation();
    fix.open = false;
    fix.querySelector("summary").focus();
  },
  true,
);

document.addEventListener("click", ({ target }) => {
  for (const fix of opened()) if (target.isConnected && !fix.contains(target)) fix.open = false;
});

// Of details with one name only one is open: what comes in would be shut by what is about to go.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  for (const fix of detail.target.querySelectorAll("details.fix")) fix.removeAttribute("name");
});
