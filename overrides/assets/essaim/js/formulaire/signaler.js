// A message about a sheet, from the sheet's own links: written here, sent by whichever way exists.

import { copied } from "../site.js";
import { download, issueDoor, mailDoor, settingsOf } from "./sortie.js";

const KEPT = "essaim-message-";

/** @param {HTMLElement} root */
export async function start(root) {
  const query = new URLSearchParams(location.search);
  const id = query.get("fiche") ?? "";
  const message = new Message(root, id);
  message.begin(query.get("a") ?? "", query.get("question") ?? "");
  if (/^[a-z0-9-]+$/.test(id)) await message.nameSheet();
}

class Message {
  /** @param {HTMLElement} root @param {string} id of the sheet, or '' */
  constructor(root, id) {
    this.root = root;
    this.id = id;
    this.settings = settingsOf(root);
    this.page = this.control("page");
    this.part = this.control("partie");
    this.text = this.control("message");
    this.source = this.control("source");
  }

  /** @param {string} name @returns {HTMLInputElement} */
  control(name) {
    return /** @type {HTMLInputElement} */ (this.root.querySelector(`#s-${name}`));
  }

  /** @template {HTMLElement} T @param {string} name @returns {T} */
  piece(name) {
    return /** @type {T} */ (this.root.querySelector(`[data-${name}]`));
  }

  /** @param {string} key the part of the sheet @param {string} question left without answer on the sheet */
  begin(key, question) {
    const kept = this.kept();
    this.page.value = this.id || (kept?.page ?? "");
    this.part.value = key;
    if (!this.part.value) this.part.value = kept?.partie ?? "";
    // Typed while this was loading: that comes first.
    if (this.text.value) this.keep();
    else if (kept) [this.text.value, this.source.value] = [kept.message, kept.source];
    if (question && !this.text.value) this.text.value = `« ${question} »\n\n`;
    this.root.querySelector("form")?.addEventListener("input", () => {
      this.keep();
      this.draw();
    });
    this.root.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
    this.piece("envoi").addEventListener("click", (event) => this.send(event, question));
    this.piece("effacer").addEventListener("click", () => this.erase());
    this.draw();
  }

  /** The sheet's own title, read on its page. */
  async nameSheet() {
    try {
      const answer = await fetch(`${this.root.dataset.racine}fiches/${this.id}/`);
      const title = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("h1")?.textContent?.trim() : "";
      if (!title) return;
      this.page.value = title;
      /** @type {HTMLElement} */ (this.page.closest(".champ")).hidden = true;
      const line = this.piece("fiche");
      const link = document.createElement("a");
      link.href = `${this.root.dataset.racine}fiches/${this.id}/`;
      link.textContent = title;
      line.replaceChildren("À propos de la fiche ", link);
      line.hidden = false;
      const also = /** @type {HTMLAnchorElement} */ (this.piece("corriger"));
      also.href = `${this.root.dataset.racine}proposer/?corriger=${this.id}${this.part.value && `#${this.part.value}`}`;
      this.piece("aussi").hidden = false;
      this.draw();
    } catch {
      // No network: the id, in the field, says which sheet it is.
    }
  }

  get words() {
    const part = this.part.value && `Partie : ${/** @type {HTMLSelectElement} */ (/** @type {unknown} */ (this.part)).selectedOptions[0].textContent}`;
    const address = this.id && new URL(`${this.root.dataset.racine}fiches/${this.id}/`, location.href).href;
    return [`Page : ${this.page.value}`, address, part, "", this.text.value.trim(), this.source.value.trim() && `\nSource : ${this.source.value.trim()}`].filter((line) => line !== "" || line === "").join("\n").replace(/\n{3,}/g, "\n\n").trim() + "\n";
  }

  draw() {
    const title = `Erreur : ${this.page.value}`.slice(0, 120);
    const fields = { fiche: this.page.value, erreur: this.text.value.trim(), source: this.source.value.trim() };
    const issue = issueDoor(this.settings, "erreur.yml", { title, fields, text: this.words });
    const mail = mailDoor(this.settings, title, this.words, "Le message est long : collez-le ici, il est copié.\n");
    this.open("depot", issue, `L’envoyer sur ${issue?.nom}`);
    this.open("courriel", mail, "L’envoyer par courriel");
    this.piece("phrase").textContent = issue || mail ? "Quelqu’un lit votre message, puis corrige la fiche." : "L’adresse où envoyer un message n’est pas encore ouverte. Gardez-le dans un fichier, ou remettez-le à l’équipe qui tient cette base.";
  }

  /** @param {string} name of the link @param {import("./sortie.js").Door | null} door @param {string} words */
  open(name, door, words) {
    const link = /** @type {HTMLAnchorElement} */ (this.piece(name));
    link.hidden = !door;
    if (!door) return;
    link.href = door.adresse;
    link.toggleAttribute("data-trop-long", door.copier);
    link.firstChild?.replaceWith(words + (door.copier ? " (le message est copié)" : ""));
  }

  /** @param {Event} event @param {string} question */
  async send(event, question) {
    const pressed = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest("a, button")) : null;
    if (!pressed) return;
    const empty = !this.text.value.replace(`« ${question} »`, "").trim();
    if (this.fault("page", this.page.value.trim() ? "" : "Il manque la page ; écrivez le titre de la fiche, ou son adresse.") || this.fault("message", empty ? "Il manque le message ; écrivez quelques mots." : "")) return event.preventDefault();
    const say = (/** @type {string} */ words) => (this.piece("retour").textContent = words);
    if ("telecharger" in pressed.dataset) {
      download(`message-${this.id || "essaim"}.txt`, this.words);
      say("Message enregistré dans vos téléchargements.");
    } else if ("copier" in pressed.dataset || "tropLong" in pressed.dataset) say((await copied(this.words)) ? ("copier" in pressed.dataset ? "Message copié." : "Message copié : il n’y a plus qu’à le coller.") : "Le navigateur refuse la copie : gardez le message dans un fichier.");
  }

  /** @param {string} name @param {string} words '' when nothing is wrong @returns {boolean} */
  fault(name, words) {
    const control = this.control(name);
    const line = document.createElement("p");
    line.className = "champ__faute";
    line.textContent = words;
    control.closest(".champ")?.querySelector(".champ__erreur")?.replaceChildren(...(words ? [line] : []));
    if (words) {
      control.setAttribute("aria-invalid", "true");
      control.focus();
    } else control.removeAttribute("aria-invalid");
    return Boolean(words);
  }

  /** @returns {{ fiche: string, page: string, partie: string, message: string, source: string } | null} */
  kept() {
    try {
      return JSON.parse(localStorage.getItem(KEPT + this.id) ?? "null");
    } catch {
      return null;
    }
  }

  keep() {
    try {
      localStorage.setItem(KEPT + this.id, JSON.stringify({ fiche: this.id, page: this.page.value, partie: this.part.value, message: this.text.value, source: this.source.value }));
    } catch {
      this.piece("garde").textContent = "Ce navigateur refuse de garder votre message : copiez-le ou enregistrez-le avant de fermer la page.";
    }
  }

  erase() {
    this.text.value = this.source.value = "";
    try {
      localStorage.removeItem(KEPT + this.id);
    } catch {
      // Storage refused: nothing was kept.
    }
    this.draw();
    this.piece("retour").textContent = "Message effacé.";
    this.text.focus();
  }
}
