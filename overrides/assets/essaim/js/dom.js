// Elements made of text alone: nothing here reads HTML.

/** @param {string} name @param {string} className @param {...(Node | string)} contents @returns {HTMLElement} */
export function element(name, className, ...contents) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...contents);
  return made;
}

/** @param {string} text @param {() => void} action @param {string} [className] @returns {HTMLButtonElement} */
export function button(text, action, className = "bouton") {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = text;
  made.addEventListener("click", action);
  return made;
}

/** @param {string} text @param {URL | string} address @param {string} [className] @returns {HTMLAnchorElement} */
export function link(text, address, className = "") {
  const made = document.createElement("a");
  made.href = String(address);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
