// Keeps the page itself for times without a network, and nothing people say: /api is left alone. The server
// puts in version and files; another version is another worker with a store of its own.

const STORE = "page-VERSION";
const FILES = ["FILES"];
const PATIENCE = 10000;

async function install() {
  const store = await caches.open(STORE);
  await store.addAll(FILES);
  await self.skipWaiting();
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== STORE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The network first, so that updates arrive; the kept page when nothing comes. */
async function page(request) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    return await fetch(request, { signal: stop.signal });
  } catch (error) {
    const kept = await caches.match("/");
    if (!kept) throw error;
    return kept;
  } finally {
    clearTimeout(timer);
  }
}

async function file(request) {
  return (await caches.match(request)) || fetch(request);
}

async function show() {
  const open = await self.clients.matchAll({ type: "window" });
  return open.length ? open[0].focus() : self.clients.openWindow("/");
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && address.pathname === "/") event.respondWith(page(event.request));
  else if (address.pathname.startsWith("/static/")) event.respondWith(file(event.request));
});
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show());
});
