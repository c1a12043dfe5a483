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

/** @param {HTMLElement} form */
export function setUpSources(form) {
  form.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest("[data-citer] [data-renvoi]")) : null;
    const control = pressed?.closest(".champ")?.querySelector("textarea, input");
    if (!pressed || !(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) return;
    const mark = `[${pressed.dataset.renvoi}]`;
    // A citation comes before the stop that ends its sentence, where nobody thinks of putting the cursor.
    const end = control.selectionEnd ?? control.value.length;
    const untouched = document.activeElement !== control && end === 0 ? control.value.length : end;
    const before = control.value.slice(0, untouched).replace(/\s*([.!?…]?)\s*$/, "");
    const stop = /[.!?…]\s*$/.exec(control.value.slice(0, untouched))?.[0] ?? "";
    control.value = `${before}${before && " "}${mark}${stop}${control.value.slice(untouched)}`;
    const place = before.length + (before && 1 ? 1 : 0) + mark.length + stop.length;
    control.focus();
    control.setSelectionRange(place, place);
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
