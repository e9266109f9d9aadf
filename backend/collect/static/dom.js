// Elements are made here and only here; words go in as text, never as HTML.

export const byId = (id) => document.getElementById(id);

export function make(tag, { text, on = {}, data = {}, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  Object.assign(element.dataset, data);
  for (const [event, handler] of Object.entries(on)) element.addEventListener(event, handler);
  if (text !== undefined) element.textContent = text;
  element.append(...children.flat().filter(Boolean));
  return element;
}

export function button(words, press, kind = "second", more = {}) {
  return make("button", { type: "button", class: kind, text: words, on: { click: press }, ...more });
}

/** Shows a view, with the focus on its heading: a screen reader begins there. */
export function show(view, ...children) {
  byId("main").dataset.view = view;
  byId("main").replaceChildren(...children.flat().filter(Boolean));
  const heading = byId("main").querySelector("h1");
  if (heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  window.scrollTo(0, 0);
}

/** Says what is wrong with a field, and leads to it. */
export function refuse(input, sentence) {
  input.setAttribute("aria-invalid", "true");
  alarm(sentence);
  input.focus();
}

/** A sentence that must be read, until it is closed or the next one comes; none takes it away. */
export function alarm(sentence, close = "") {
  const note = sentence && make("p", { class: "alert" }, make("span", { text: sentence }));
  if (note && close) note.append(button(close, () => alarm(""), "plain"));
  byId("alerts").replaceChildren(...[note].filter(Boolean));
}
