// Where the binder is kept: this browser, nowhere else.

import { binderFrom, empty } from "./modele.js";

/** @import { Binder } from "./modele.js" */

export const KEY = "essaim-classeur";

/** The binder kept here, an empty one when there is none or it cannot be read. @returns {Binder} */
export function load() {
  try {
    return binderFrom(JSON.parse(localStorage.getItem(KEY) ?? "null")) ?? empty();
  } catch {
    return empty();
  }
}

/** Whether the browser kept it. @param {Binder} binder */
export function save(binder) {
  try {
    localStorage.setItem(KEY, JSON.stringify(binder));
    dispatchEvent(new CustomEvent(KEY));
    return true;
  } catch {
    return false;
  }
}

/** @returns {boolean} Whether the browser let it go. */
export function erase() {
  try {
    localStorage.removeItem(KEY);
    dispatchEvent(new CustomEvent(KEY));
    return true;
  } catch {
    return false;
  }
}

/** Whether this browser keeps anything at all. */
export function canKeep() {
  try {
    localStorage.setItem(`${KEY}-essai`, "1");
    localStorage.removeItem(`${KEY}-essai`);
    return true;
  } catch {
    return false;
  }
}

/** Calls back when another tab changes the binder, or when one comes back to a page left before a change. @param {() => void} changed */
export function onChangeElsewhere(changed) {
  addEventListener("pageshow", (event) => event.persisted && canKeep() && changed());
  addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) changed();
  });
}
