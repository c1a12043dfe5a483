// Where a finished file can go. Pure: what a host's address looks like, and what fits in it.

/** Characters of an encoded file that an address may carry: beyond, hosts answer 414 and the text is lost. */
const LONGEST_VALUE = 6000;
/** Characters of a whole mail address: beyond, Windows and some mail programs cut it or open nothing. */
const LONGEST_MAIL = 2000;
/** Of a subject: a title pasted by mistake would leave no room for the rest. */
const LONGEST_SUBJECT = 120;

/** @typedef {{ depot: string, forge: string, contact: string }} Settings the repository's address and its software; empty while unknown */
/** @typedef {{ adresse: string, nom: string, copier: boolean }} Door `copier`: the text does not travel in the address */

/** As an address holds it: half a character, left where a text was cut, would be refused. @param {string} text */
const encoded = (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));

/** @typedef {{ title: string, fields: { [field: string]: string }, text: string }} Message `fields` of the issue form, `text` the same in one piece */

/** @type {{ [forge: string]: { nom: string, demande: (template: string, message: Message) => string, nouveau: (path: string, value: string) => string, reprendre: (path: string) => string, porte: boolean } }} */
const FORGES = {
  github: { nom: "GitHub", demande: (template, { title, fields }) => `/issues/new?${new URLSearchParams({ template, title, ...fields })}`, nouveau: (path, value) => `/new/main?filename=${path}${value && `&value=${value}`}`, reprendre: (path) => `/edit/main/${path}`, porte: true },
  // GitLab opens the file and forgets the text: https://gitlab.com/gitlab-org/gitlab/-/issues/532221
  gitlab: { nom: "GitLab", demande: (_, { title, text }) => `/-/issues/new?${new URLSearchParams({ "issue[title]": title, "issue[description]": text })}`, nouveau: (path) => `/-/new/main/?file_name=${path}`, reprendre: (path) => `/-/edit/main/${path}`, porte: false },
  forgejo: { nom: "", demande: (_, { title, text }) => `/issues/new?${new URLSearchParams({ title, body: text })}`, nouveau: (path, value) => `/_new/main/?filename=${path}${value && `&value=${value}`}`, reprendre: (path) => `/_edit/main/${path}`, porte: true },
};

/**
 * The host's page that takes the file; null while no host is known.
 * @param {Settings} settings @param {string} path from the repository's root @param {string} text @param {boolean} exists the file is already there
 * @returns {Door | null}
 */
export function hostDoor(settings, path, text, exists) {
  if (!settings.depot) return null;
  const forge = FORGES[settings.forge];
  const nom = nameOf(settings);
  if (exists) return { adresse: settings.depot + forge.reprendre(path), nom, copier: true };
  const value = encoded(text);
  const fits = forge.porte && value.length <= LONGEST_VALUE;
  return { adresse: settings.depot + forge.nouveau(encodeURIComponent(path), fits ? value : ""), nom, copier: !fits };
}

/**
 * A mail with its words already there; with `instead`, when they are too long to travel in an address.
 * @param {Settings} settings @param {string} subject @param {string} body @param {string} instead
 * @returns {Door | null} null while no contact is known
 */
export function mailDoor({ contact }, subject, body, instead) {
  if (!contact) return null;
  const lines = (/** @type {string} */ text) => encoded(text.replaceAll("\n", "\r\n"));
  const head = `mailto:${contact}?subject=${encoded([...subject].slice(0, LONGEST_SUBJECT).join(""))}&body=`;
  const copier = (head + lines(body)).length > LONGEST_MAIL;
  return { adresse: head + lines(copier ? instead : body), nom: contact, copier };
}

/**
 * A new issue with its words already there; with its title alone, when they are too long.
 * @param {Settings} settings @param {string} template @param {Message} message
 * @returns {Door | null} null while no host is known
 */
export function issueDoor(settings, template, message) {
  if (!settings.depot) return null;
  const forge = FORGES[settings.forge];
  const whole = forge.demande(template, message);
  const copier = whole.length > LONGEST_VALUE;
  const query = copier ? forge.demande(template, { title: message.title, fields: {}, text: "" }) : whole;
  return { adresse: settings.depot + query, nom: nameOf(settings), copier };
}

/** Forgejo is met under the name of each site that runs it. @param {Settings} settings */
const nameOf = ({ depot, forge }) => FORGES[forge].nom || new URL(depot).hostname;

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
