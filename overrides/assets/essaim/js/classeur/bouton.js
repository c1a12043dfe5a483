// On a sheet: the button that puts it in the binder or takes it out, and says so.

import { KEY, load, onChangeElsewhere, save } from "./depot.js";
import { LIMITS, added, count, has, merged, removed } from "./modele.js";

const ROOT = new URL("../../../../", import.meta.url);

/** @param {HTMLButtonElement} button @returns {() => void} What a press does. */
export function attach(button) {
  const code = button.dataset.classeur ?? "";
  const feedback = document.querySelector(".actions__retour");
  const show = () => (button.textContent = has(load(), code) ? "Retirer du classeur" : "Ajouter au classeur");
  const press = () => {
    const before = load();
    const inside = has(before, code);
    const after = inside ? removed(before, code) : added(before, code);
    const kept = save(after);
    show();
    if (feedback) feedback.replaceChildren(...message(kept, inside, before === after, count(after)));
  };
  show();
  onChangeElsewhere(show);
  addEventListener(KEY, show);
  button.addEventListener("click", press);
  return press;
}

/** @param {boolean} kept @param {boolean} wasInside @param {boolean} full @param {number} total @returns {(string | Node)[]} */
function message(kept, wasInside, full, total) {
  if (!kept) return ["Ce navigateur refuse de garder le classeur (navigation privée, ou stockage bloqué). Notez le code court de la fiche."];
  if (full) return [`Le classeur est plein : il tient ${LIMITS.fiches} fiches et ${LIMITS.sections} parties. Retirez-en d’abord.`];
  const link = document.createElement("a");
  link.href = new URL("classeur/", ROOT).href;
  link.textContent = "Voir le classeur";
  return [`${wasInside ? "C’est retiré" : "C’est gardé"} : ${total} fiche${total > 1 ? "s" : ""} dans le classeur. `, link];
}

/** A workshop's sheets, kept together under its name. @param {string} titre @param {string[]} codes @param {Element | null} feedback */
export function keepAll(titre, codes, feedback) {
  const before = load();
  const section = { titre: titre.slice(0, LIMITS.titre), duree: 0, consigne: "", fiches: codes.map((code) => ({ code, note: "" })) };
  const after = merged(before, { titre: "", sections: [section] });
  const full = codes.some((code) => !has(after, code));
  const kept = save(after);
  feedback?.replaceChildren(...message(kept, false, full, count(after)));
}
