// The drafts of this browser, and files opened to go on with.

import { drafts, erase } from "./brouillons.js";

/** @typedef {import("./brouillons.js").Draft} Draft */

const DATE = new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });

/**
 * @param {HTMLElement} root @param {string} kind
 * @param {{ current: () => string, open: (draft: Draft) => void, erased: (keys: string[]) => void }} actions
 * @returns {() => void} draws the list again
 */
export function setUpDrafts(root, kind, actions) {
  const panel = /** @type {HTMLElement} */ (root.querySelector(".brouillons"));
  const list = /** @type {HTMLElement} */ (panel.querySelector("ul"));
  const draw = () => {
    const found = drafts(kind).filter((draft) => draft.cle !== actions.current());
    panel.hidden = !found.length;
    list.replaceChildren(...found.map(row));
  };
  /** @param {Draft} draft */
  const row = (draft) => {
    const item = document.createElement("li");
    const name = document.createElement("strong");
    name.textContent = draft.titre || "Sans titre";
    const date = document.createElement("span");
    date.className = "discret";
    date.textContent = ` ${DATE.format(new Date(draft.date))} `;
    const gestures = document.createElement("span");
    gestures.className = "brouillons__gestes";
    gestures.append(button("Reprendre", draft, () => actions.open(draft)), " ", button("Effacer", draft, () => wipe([draft.cle])));
    item.append(name, date, gestures);
    return item;
  };
  /** @param {string[]} keys */
  const wipe = (keys) => {
    keys.forEach(erase);
    draw();
    actions.erased(keys);
  };
  panel.querySelector("[data-effacer-tout]")?.addEventListener("click", () => {
    if (confirm("Effacer tous les brouillons de ce navigateur ? On ne pourra pas revenir en arrière.")) wipe(drafts(kind).map((draft) => draft.cle));
  });
  return draw;
}

/** @param {string} word @param {Draft} draft @param {() => void} act */
function button(word, draft, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "geste";
  made.textContent = word;
  made.setAttribute("aria-label", `${word} : ${draft.titre || "Sans titre"}`);
  made.addEventListener("click", act);
  return made;
}

/** @param {HTMLElement} root @param {(text: string) => Promise<string>} open returns what is wrong with the text, or nothing */
export function setUpImport(root, open) {
  const panel = /** @type {HTMLDetailsElement} */ (root.querySelector("#importer"));
  const file = /** @type {HTMLInputElement} */ (panel.querySelector("input[type='file']"));
  const area = /** @type {HTMLTextAreaElement} */ (panel.querySelector("textarea"));
  const error = /** @type {HTMLElement} */ (panel.querySelector(".champ__erreur"));
  const run = async () => {
    const wrong = area.value.trim() ? await open(area.value) : "Rien à ouvrir : choisissez un fichier, ou collez son texte.";
    const line = document.createElement("p");
    line.className = "champ__faute";
    line.textContent = wrong;
    error.replaceChildren(...(wrong ? [line] : []));
    if (wrong) {
      area.setAttribute("aria-invalid", "true");
      area.focus();
    } else {
      area.removeAttribute("aria-invalid");
      area.value = file.value = "";
      panel.open = false;
    }
  };
  panel.querySelector("[data-importer]")?.addEventListener("click", run);
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    area.value = await chosen.text();
    await run();
  });
}
