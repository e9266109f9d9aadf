// Large type, in the spirit of phones made for the old: a switch in sight, remembered on this device. A link may
// ask for it with ?large=1, once: whoever switches it off again is not overruled by a reload.

import { byId } from "./dom.js";
import { large, setLarge } from "./store.js";

function apply(on) {
  document.documentElement.classList.toggle("large", on);
  byId("large-button").setAttribute("aria-pressed", String(on));
}

/** `changed` is told when the switch was used. */
export function offerLargeType(address, changed) {
  if (address.searchParams.get("large") === "1") setLarge(true);
  if (address.searchParams.has("large")) {
    address.searchParams.delete("large");
    window.history.replaceState(window.history.state, "", address);
  }
  apply(large());
  byId("large-button").addEventListener("click", () => {
    setLarge(!large());
    apply(large());
    changed();
  });
}
