// The search page's own files: scripts/catalogue/search_data.py says what they hold.

export const ROOT = new URL("../../../../", import.meta.url);

/** A file of recherche/, parsed. @param {string} path @returns {Promise<any>} */
export async function load(path) {
  return (await answer(path)).json();
}

/** A file of recherche/, as it is. @param {string} path @returns {Promise<string>} */
export async function loadText(path) {
  return (await answer(path)).text();
}

/** @param {string} path */
async function answer(path) {
  const found = await fetch(new URL(`recherche/${path}`, ROOT), { cache: "no-cache" });
  if (!found.ok) throw new Error(`${path} ${found.status}`);
  return found;
}
