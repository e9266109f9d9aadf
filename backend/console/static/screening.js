// Single keys for the screening queue: only where no field has the focus, and not once switched off.
"use strict";
(() => {
  const OFF = "screening-keys-off";
  const dialog = document.getElementById("keys");
  const opener = document.getElementById("keys-open");
  const off = document.getElementById("keys-off");
  if (!dialog || !opener || !off) return;

  const remembered = () => {
    try { return localStorage.getItem(OFF) === "yes"; } catch { return false; }
  };
  const remember = () => {
    try { localStorage.setItem(OFF, off.checked ? "yes" : "no"); } catch { /* it holds for this page alone */ }
  };

  const follow = (rel) => {
    const link = document.querySelector(`a[rel="${rel}"]`);
    if (link) link.click();
  };
  const turnTo = (verb) => {
    const form = document.getElementById(`do-${verb}`);
    if (!form) return;
    if (form.tagName === "DETAILS") form.open = true;
    const field = form.querySelector("input:not([type=hidden]), select, textarea, button");
    form.scrollIntoView({ block: "start" });
    if (field) field.focus();
  };
  const undo = () => {
    const button = document.getElementById("undo");
    if (button) button.focus();
  };

  const KEYS = {
    j: () => follow("next"),
    k: () => follow("prev"),
    f: () => turnTo("forward"),
    r: () => turnTo("return"),
    d: () => turnTo("divert"),
    m: () => turnTo("merge"),
    a: () => turnTo("ask"),
    z: undo,
    "?": () => dialog.showModal(),
  };
  const FIELDS = "input, select, textarea, [contenteditable]";

  opener.hidden = false;
  opener.addEventListener("click", () => dialog.showModal());
  off.checked = remembered();
  off.addEventListener("change", remember);
  document.addEventListener("keydown", (event) => {
    if (off.checked || dialog.open || event.ctrlKey || event.altKey || event.metaKey) return;
    const field = event.target instanceof Element && event.target.closest(FIELDS);
    // The focus stays in the closed window until the page is next drawn.
    if (field && !dialog.contains(field)) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
})();
