// What the site knows of sheets, by short code.

/** @typedef {{ code: string, id: string, titre: string, accroche: string, theme: string, libelle: string }} Sheet */
/** @typedef {(code: string) => Sheet | null} Lookup Null for a code that no sheet answers to. */

export const ROOT = new URL("../../../../", import.meta.url);

/** @returns {Promise<Lookup>} @throws when the site cannot be reached. */
export async function loadCatalogue() {
  const answer = await fetch(new URL("classeur/fiches.json", ROOT));
  if (!answer.ok) throw new Error(String(answer.status));
  /** @type {{ themes: Record<string, string>, fiches: Record<string, [string, string, string, string]> }} */
  const { themes, fiches } = await answer.json();
  return (code) => {
    if (!Object.hasOwn(fiches, code)) return null;
    const [id, titre, accroche, theme] = fiches[code];
    return { code, id, titre, accroche, theme, libelle: themes[theme] };
  };
}

/** The permanent address of a sheet. @param {string} code */
export const addressOf = (code) => new URL(`f/${code}/`, ROOT).href;
