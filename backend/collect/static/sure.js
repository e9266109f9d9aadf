// What cannot be undone is asked for twice: a box to tick first, and then the button.

import { make, refuse } from "./dom.js";

export function sureForm({ known, unread, press }, act) {
  const sure = make("input", { id: "sure", type: "checkbox" });
  const form = make("form", { class: "stack", novalidate: true },
    make("div", { class: "check" }, sure, make("label", { for: "sure", text: known })),
    make("button", { class: "main danger", text: press }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    return sure.checked ? act() : refuse(sure, unread);
  });
  return form;
}
