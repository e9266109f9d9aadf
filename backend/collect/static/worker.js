// Keeps the page itself for times without signal, and nothing people say: api/ is left alone. The server puts in
// version and files. Another version waits until the officer says so: nobody's form is taken away under their hands.

const STORE = "collect-VERSION";
const FILES = ["FILES"];

async function install() {
  const store = await caches.open(STORE);
  await store.addAll(FILES.map((file) => new Request(file, { cache: "reload" })));
}

async function activate() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("collect-") && name !== STORE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function kept(request, name) {
  const store = await caches.open(STORE);
  return (await store.match(name)) || fetch(request);
}

/** The key is in the page's memory alone, so only an open page can send: it is told that there is a line. */
async function wakePages() {
  const open = await self.clients.matchAll({ type: "window" });
  for (const page of open) page.postMessage("send");
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.data === "use" && self.skipWaiting());
self.addEventListener("sync", (event) => event.waitUntil(wakePages()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const scope = new URL(self.registration.scope);
  const address = new URL(request.url);
  if (request.method !== "GET" || !address.href.startsWith(scope.href)) return;
  if (request.mode === "navigate") event.respondWith(kept(request, "./"));
  else if (address.pathname.startsWith(`${scope.pathname}static/`)) event.respondWith(kept(request, request));
});
