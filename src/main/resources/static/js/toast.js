// Says what just happened: a line to undo it, what failed while the old page stays, and nothing more once nobody is signed in.

const STAYS = 6_000;
const said = () => document.getElementById("said");

// A toast leaves after six seconds, or when whoever is on it goes elsewhere.
const show = (toast) => {
  let leaving = setTimeout(() => toast.remove(), STAYS);
  toast.addEventListener("focusin", () => clearTimeout(leaving));
  toast.addEventListener("focusout", () => {
    leaving = setTimeout(() => toast.remove(), 300);
  });
  if (said()) said().textContent = toast.textContent.trim();
};

for (const toast of document.querySelectorAll(".toast")) show(toast);
document.addEventListener("htmx:load", (event) => {
  if (event.target.matches?.(".toast")) show(event.target);
});

const complain = (target, words, again) => {
  const line = document.createElement("p");
  line.className = "went-wrong";
  line.setAttribute("role", "alert");
  line.append(words);
  if (again) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Try again" });
    button.className = "btn";
    button.dataset.size = "s";
    button.addEventListener("click", () => {
      line.remove();
      again();
    });
    line.append(" ", button);
  }
  target.parentElement?.querySelector(":scope > .went-wrong")?.remove();
  target.before(line);
};

const place = (detail) =>
  detail.elt.matches("form, kept-live") ? detail.elt : (detail.elt.closest("form") ?? detail.elt);
const again = (element) => () => (element.matches("form") ? element.requestSubmit() : element.refresh?.());

document.addEventListener("htmx:responseError", ({ detail }) => {
  if (detail.xhr.status === 401) return location.reload();
  const words = detail.xhr.getResponseHeader("Content-Type")?.startsWith("text/plain") ? detail.xhr.responseText : "";
  const element = place(detail);
  const mayRepeat = detail.xhr.status >= 500;
  complain(element, words || "That didn’t work. What you see is from before.", mayRepeat ? again(element) : null);
});

document.addEventListener("htmx:sendError", ({ detail }) => {
  const element = place(detail);
  complain(element, "No signal. What you see is from before.", again(element));
});

// Whoever signs out on this page is on the way already.
let leaving = false;
document.addEventListener("submit", ({ target }) => {
  leaving ||= new URL(target.action).pathname === "/out";
});
document.addEventListener("kept:over", () => {
  if (!leaving) location.replace(`/in?next=${encodeURIComponent(location.pathname + location.search)}`);
});
