// How the query was understood, each reading with a way to undo it.

import { element } from "../dom.js";
import { fold } from "./requete.js";
import { wayOut } from "./resultats.js";

/** @import { Plan } from "./lecture.js" */
/** @import { Selection } from "./moteur.js" */

/**
 * @param {HTMLElement} container @param {Plan | undefined} plan
 * @param {{ refuse: (reading: string) => void, choose: (facet: string, code: string) => void, selection: Selection }} actions
 */
export function showReadings(container, plan, { refuse, choose, selection }) {
  const lines = [];
  for (const { typed, word } of plan?.corrections ?? []) {
    const line = element("p", "compris__ligne", `« ${typed} » : cherché comme « ${word} ». `);
    line.append(button("Non, chercher le mot tel quel", () => refuse(fold(typed))));
    lines.push(line);
  }
  const explained = new Set((plan?.terms ?? []).map((term) => term.typed));
  for (const { typed, standsFor } of (plan?.acronyms ?? []).filter((one) => !explained.has(one.typed))) lines.push(element("p", "compris__ligne", `${typed} : ${standsFor}.`));
  const terms = (plan?.terms ?? []).filter((term) => !selection.get(term.facet)?.has(term.code));
  if (terms.length) {
    const line = element("p", "compris__ligne", "Compris comme : ");
    for (const term of terms) {
      const group = element("span", "compris__terme", term.label);
      group.append(
        button("filtrer", () => choose(term.facet, term.code), `Filtrer : ${term.label}`),
        button("×", () => refuse(`${term.facet}:${term.code}`), `Je ne parlais pas de : ${term.label}`),
      );
      line.append(group, " ");
    }
    lines.push(line);
  }
  for (const label of plan?.absent ?? []) {
    const line = element("p", "compris__ligne", `Aucune fiche ne porte encore sur : ${label}. `);
    line.append(wayOut(`proposer/?sujet=${encodeURIComponent(label)}`, "Proposer une graine"));
    lines.push(line);
  }
  container.replaceChildren(...lines);
}

/** @param {string} label @param {() => void} action @param {string} [name] */
function button(label, action, name) {
  const made = element("button", "compris__bouton", label);
  made.setAttribute("type", "button");
  if (name) made.setAttribute("aria-label", name);
  made.addEventListener("click", action);
  return made;
}
