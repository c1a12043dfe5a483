// The filters: one group of checkboxes a facet, built once, their counts kept true.

/** @import { Index, Selection } from "./moteur.js" */

const SHOWN_AT_FIRST = 7;

/**
 * Builds the filters into `container`; `changed` is called at each choice.
 * @param {HTMLElement} container @param {Index} index @param {(facet: string, code: string, chosen: boolean) => void} changed
 */
export function buildFacets(container, index, changed) {
  for (const facet of index.facettes) {
    if (!facet.termes.length) continue;
    const group = document.createElement("fieldset");
    group.dataset.facette = facet.nom;
    const legend = document.createElement("legend");
    legend.textContent = facet.libelle;
    group.append(legend);
    for (const term of facet.termes) group.append(option(facet.nom, term.code, term.libelle));
    if (facet.termes.length > SHOWN_AT_FIRST) group.append(moreButton(group));
    container.append(group);
  }
  container.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement) changed(event.target.name, event.target.value, event.target.checked);
  });
}

/** @param {string} facet @param {string} code @param {string} label */
function option(facet, code, label) {
  const line = document.createElement("label");
  line.className = "option";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.name = facet;
  box.value = code;
  const name = document.createElement("span");
  name.textContent = label;
  line.append(box, name, document.createElement("span"));
  return line;
}

/** @param {HTMLElement} group */
function moreButton(group) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plus";
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    fold(group);
  });
  return button;
}

/**
 * Shows counts and choices. The most useful values come first; a chosen one always shows.
 * @param {HTMLElement} container @param {Map<string, number[]>} counts @param {Selection} selection
 */
export function updateFacets(container, counts, selection) {
  for (const group of /** @type {NodeListOf<HTMLElement>} */ (container.querySelectorAll("fieldset"))) {
    const own = counts.get(group.dataset.facette ?? "") ?? [];
    const chosen = selection.get(group.dataset.facette ?? "");
    group.querySelectorAll(".option").forEach((line, position) => {
      const box = /** @type {HTMLInputElement} */ (line.querySelector("input"));
      box.checked = chosen?.has(box.value) ?? false;
      const count = /** @type {HTMLElement} */ (line.lastElementChild);
      if (count.textContent !== String(own[position])) count.textContent = String(own[position]);
      line.classList.toggle("option--zero", own[position] === 0);
    });
    fold(group);
  }
}

/** Hides all but the fullest values while the group is folded. @param {HTMLElement} group */
function fold(group) {
  const button = group.querySelector(".plus");
  const lines = /** @type {HTMLElement[]} */ ([...group.querySelectorAll(".option")]);
  const countOf = (/** @type {HTMLElement} */ line) => Number(line.lastElementChild?.textContent);
  const open = !button || button.getAttribute("aria-expanded") === "true";
  const fullest = new Set([...lines].sort((a, b) => countOf(b) - countOf(a)).slice(0, SHOWN_AT_FIRST));
  for (const line of lines) {
    const box = /** @type {HTMLInputElement} */ (line.querySelector("input"));
    const hidden = !open && !fullest.has(line) && !box.checked && document.activeElement !== box;
    if (line.hidden !== hidden) line.hidden = hidden;
  }
  if (button) button.textContent = open ? "Afficher moins" : `Afficher les ${lines.filter((line) => line.hidden).length} autres`;
}
