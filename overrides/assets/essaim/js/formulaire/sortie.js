// Where a finished file can go. Pure: what a host's address looks like, and what fits in it.

/** Characters of an encoded file that an address may carry: beyond, hosts answer 414 and the text is lost. */
export const LONGEST_VALUE = 6000;

/** @typedef {{ depot: string, forge: string, contact: string }} Settings */
/** @typedef {{ adresse: string, nom: string, copier: boolean }} Door `copier`: the text does not travel in the address */

/** As an address holds it: half a character, left where a text was cut, would be refused. @param {string} text */
const encoded = (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));

/** @param {Settings} settings @returns {"github" | "gitlab" | "forgejo"} */
export function forgeOf({ depot, forge }) {
  if (forge === "github" || forge === "gitlab" || forge === "forgejo") return forge;
  const host = URL.canParse(depot) ? new URL(depot).hostname : "";
  if (host === "github.com") return "github";
  return /(^|\.)gitlab\./.test(host) ? "gitlab" : "forgejo";
}

/** @type {{ [forge: string]: { nom: string, nouveau: (path: string, value: string) => string, reprendre: (path: string) => string, porte: boolean } }} */
const FORGES = {
  github: { nom: "GitHub", nouveau: (path, value) => `/new/main?filename=${path}${value && `&value=${value}`}`, reprendre: (path) => `/edit/main/${path}`, porte: true },
  // GitLab opens the file and forgets the text: https://gitlab.com/gitlab-org/gitlab/-/issues/532221
  gitlab: { nom: "GitLab", nouveau: (path) => `/-/new/main/?file_name=${path}`, reprendre: (path) => `/-/edit/main/${path}`, porte: false },
  forgejo: { nom: "le dépôt", nouveau: (path, value) => `/_new/main/?filename=${path}${value && `&value=${value}`}`, reprendre: (path) => `/_edit/main/${path}`, porte: true },
};

/**
 * The host's page that takes the file; null while no host is known.
 * @param {Settings} settings @param {string} path from the repository's root @param {string} text @param {boolean} exists the file is already there
 * @returns {Door | null}
 */
export function hostDoor(settings, path, text, exists) {
  if (!settings.depot) return null;
  const forge = FORGES[forgeOf(settings)];
  const base = settings.depot.replace(/(\.git)?\/*$/, "");
  if (exists) return { adresse: base + forge.reprendre(path), nom: forge.nom, copier: true };
  const value = encoded(text);
  const fits = forge.porte && value.length <= LONGEST_VALUE;
  return { adresse: base + forge.nouveau(encodeURIComponent(path), fits ? value : ""), nom: forge.nom, copier: !fits };
}

/** @param {string} contact @param {string} subject @param {string} body @returns {string} */
export const mailDoor = (contact, subject, body) => `mailto:${contact}?subject=${encoded(subject)}&body=${encoded(body)}`;

/** A new issue with its words already there; null elsewhere than on GitHub. @param {Settings} settings @param {string} template @param {{ [field: string]: string }} fields */
export function issueDoor(settings, template, fields) {
  if (!settings.depot || forgeOf(settings) !== "github") return null;
  const query = new URLSearchParams({ template, ...fields }).toString();
  return { adresse: `${settings.depot.replace(/(\.git)?\/*$/, "")}/issues/new?${query}`, nom: "GitHub", copier: query.length > LONGEST_VALUE };
}

/** @param {HTMLElement} root @returns {Settings} */
export function settingsOf(root) {
  const { depot = "", forge = "", contact = "" } = /** @type {HTMLElement} */ (root.closest("[data-depot]"))?.dataset ?? {};
  return { depot, forge, contact };
}

/** @param {string} name @param {string} text */
export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/yaml;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
