// The page on the home screen, and without a network: offered by the browser where it can, silent where not.

let offer = null;

export function prepareInstalling() {
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event;
  });
  window.addEventListener("appinstalled", () => (offer = null));
  if (!("serviceWorker" in navigator)) return;
  const register = () => navigator.serviceWorker.register("/worker.js").catch((error) => console.info("no worker:", error.name));
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register, { once: true });
}

export const canInstall = () => offer !== null;

export async function install() {
  const current = offer;
  offer = null;
  await current.prompt();
}
