// Takes alarms while no page is open, shows them, and does what is tapped there; without a network it says so.
"use strict";
const SHELL = "kept-shell";
const BADGE = "/static/icons/kept-badge-96.png";
const ICON = "/static/icons/kept-192.png";

// Only the page that says "offline" and what it looks like is kept; nothing about a customer ever is.
const keepShell = async () => {
  const page = await fetch("/offline");
  const text = await page.clone().text();
  const files = [...text.matchAll(/href="(\/static\/[^"]+)"/g)].map((found) => found[1]);
  await caches.delete(SHELL);
  const cache = await caches.open(SHELL);
  await cache.put("/offline", page);
  await cache.addAll(files);
};

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keepShell());
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(async () => (await caches.match("/offline")) ?? Response.error()));
  } else if (request.destination === "style" || request.destination === "image") {
    event.respondWith(fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()));
  }
});

const post = (path, form) =>
  fetch(path, {
    method: "POST",
    body: new URLSearchParams(form),
    headers: { "HX-Request": "true" },
    credentials: "same-origin",
  });

const say = (title, options) => self.registration.showNotification(title, { badge: BADGE, icon: ICON, ...options });

const show = async (note) => {
  const most = self.Notification?.maxActions ?? 2;
  const actions = (note.actions ?? []).slice(0, most);
  await say(note.repeat ? `${note.title} (again, to be sure)` : note.title, {
    body: note.body,
    tag: note.tag,
    renotify: Boolean(note.tag),
    requireInteraction: actions.length > 0,
    actions: actions.map((each, at) => ({ action: String(at), title: each.title })),
    data: { ...note, actions },
  });
  await Promise.allSettled([
    note.count > 0 ? self.navigator.setAppBadge?.(note.count) : undefined,
    note.shown ? post(note.shown, { delivery: note.delivery }) : undefined,
  ]);
};

self.addEventListener("push", (event) => {
  let note = { title: "Kept has something for you", body: "Open it to see what.", path: "/", tag: "kept" };
  try {
    note = event.data?.json() ?? note;
  } catch {
    // A message that cannot be read is still worth a look at the desk.
  }
  event.waitUntil(show(note));
});

// A page that is open stays as it is: somebody may be writing there.
const open = async (path) => {
  const wanted = new URL(path, self.location.origin);
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find((each) => new URL(each.url).pathname === wanted.pathname);
  return there ? there.focus() : self.clients.openWindow(wanted.href);
};

const refusal = async (answer) => {
  if (!answer) return "No signal, so nothing was changed. Tap to try again on the page.";
  if (answer.status === 401) return "You are signed out here, so nothing was changed. Tap to sign in.";
  const plain = answer.headers.get("Content-Type")?.startsWith("text/plain");
  return plain ? await answer.text() : "That didn’t work. Tap to see the page.";
};

const act = async (note, action) => {
  if (!action.post) return open(action.open ?? note.path);
  const answer = await post(action.post, action.form ?? "").catch(() => null);
  const done = Boolean(answer?.ok) && !answer.redirected;
  const words = done ? note.title : await refusal(answer);
  const title = done ? action.done : "Nothing was changed";
  await say(title, { body: words, tag: note.tag, silent: done, data: { path: note.path, actions: [] } });
};

self.addEventListener("notificationclick", (event) => {
  const note = event.notification.data ?? { path: "/" };
  event.notification.close();
  self.navigator.clearAppBadge?.();
  const action = event.action === "" ? null : note.actions?.[Number(event.action)];
  event.waitUntil(action ? act(note, action) : open(note.path));
});

// The browser changed its address: the new one is told, or alarms would go nowhere.
const subscribeAgain = async () => {
  const key = await (await fetch("/settings/you/devices/key", { credentials: "same-origin" })).text();
  const subscription = await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const { endpoint, keys } = subscription.toJSON();
  await post("/settings/you/devices", { endpoint, ...keys });
};
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(subscribeAgain()));
