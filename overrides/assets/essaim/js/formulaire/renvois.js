// Sources inside texts: « Citer » writes a source's mark where the cursor is, and lists of sources follow their titles.

import { controlOf, elementsOf, fieldsOf } from "./champs.js";

/** @param {HTMLElement} form @returns {{ id: string, titre: string }[]} */
function sourcesOf(form) {
  const list = fieldsOf(form).find((one) => one.dataset.cle === "sources");
  if (!list) return [];
  return elementsOf(list).map((element) => {
    const value = (/** @type {string} */ key) => controlOf(/** @type {HTMLElement} */ (element.querySelector(`[data-cle="${key}"]`))).value;
    const id = value("id");
    const shown = element.querySelector("[data-repere]");
    if (shown) shown.textContent = `[${id}]`;
    return { id, titre: value("titre") };
  });
}

/** @param {HTMLElement} form */
export function refreshSources(form) {
  const sources = sourcesOf(form);
  for (const select of /** @type {NodeListOf<HTMLSelectElement>} */ (form.querySelectorAll("[data-genre='source'] select"))) {
    const chosen = select.value;
    const known = chosen && !sources.some((source) => source.id === chosen) ? [{ id: chosen, titre: "source absente" }] : [];
    select.replaceChildren(new Option("Choisissez…", ""), ...[...sources, ...known].map(({ id, titre }) => new Option(titre ? `${titre} [${id}]` : `Source [${id}]`, id)));
    select.value = chosen;
  }
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-citer]"))) {
    const ids = sources.map((source) => source.id).join(" ");
    if (place.dataset.pour === ids) continue;
    place.dataset.pour = ids;
    place.hidden = !ids;
    place.replaceChildren("Citer : ", ...sources.flatMap((source) => [button(source), " "]));
  }
}

/** @param {{ id: string, titre: string }} source */
function button({ id, titre }) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "geste geste--citer";
  made.dataset.renvoi = id;
  made.textContent = `[${id}]`;
  made.setAttribute("aria-label", `Citer la source ${id}${titre ? `, ${titre}` : ""}, là où vous écrivez`);
  return made;
}

/** Where a citation goes: before the stop of the sentence one is in, or has just ended. @param {string} text @param {number} caret */
export function endOfSentence(text, caret) {
  const ended = /[.!?…]+[ \t]*$/.exec(text.slice(0, caret));
  if (ended) return ended.index;
  const next = /[.!?…]+(?=\s|$)|\n|$/.exec(text.slice(caret));
  return caret + (next?.index ?? 0);
}

/** @param {HTMLElement} form */
export function setUpSources(form) {
  form.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest("[data-citer] [data-renvoi]")) : null;
    const control = pressed?.closest(".champ")?.querySelector("textarea, input");
    if (!pressed || !(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) return;
    const caret = document.activeElement === control || control.selectionEnd ? (control.selectionEnd ?? 0) : control.value.length;
    const end = endOfSentence(control.value, caret);
    const before = control.value.slice(0, end).trimEnd();
    const mark = `${before && " "}[${pressed.dataset.renvoi}]`;
    control.value = before + mark + control.value.slice(end);
    const place = before.length + mark.length;
    control.focus();
    control.setSelectionRange(place, place);
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
