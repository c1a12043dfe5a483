// The sheet as it will be read, and its card, drawn while one types: text is only ever put in as text.

import { element } from "../dom.js";

/** @typedef {import("./champs.js").Tree} Tree */
/** @typedef {import("./champs.js").Value} Value */

const text = (/** @type {Value | undefined} */ value) => (typeof value === "string" ? value : "");
const tree = (/** @type {Value | undefined} */ value) => /** @type {Tree} */ (value && typeof value === "object" && !Array.isArray(value) ? value : {});
const trees = (/** @type {Value | undefined} */ value) => /** @type {Tree[]} */ (Array.isArray(value) ? value.filter((one) => one && typeof one === "object") : []);
const texts = (/** @type {Value | undefined} */ value) => /** @type {string[]} */ (Array.isArray(value) ? value.filter((one) => typeof one === "string") : []);

export class Preview {
  /** @param {HTMLElement} form @param {RegExp} mark of a source in a text */
  constructor(form, mark) {
    this.form = form;
    this.mark = mark;
    /** @type {string[]} */
    this.sources = [];
  }

  /** The label of a code, as the form shows it. @param {string} key @param {Value | undefined} code */
  label(key, code) {
    if (!text(code)) return "";
    const field = this.form.querySelector(`[data-cle="${key}"]`);
    const value = `[value="${CSS.escape(text(code))}"]`;
    const label = field?.querySelector(`input${value} + label`);
    return (label?.querySelector("span") ?? label ?? field?.querySelector(`option${value}`))?.textContent ?? text(code);
  }

  /** A text with its source marks as numbers. @param {string} words @returns {(Node | string)[]} */
  words(words) {
    /** @type {(Node | string)[]} */
    const pieces = [];
    let position = 0;
    for (const match of words.matchAll(this.mark)) {
      const rank = this.sources.indexOf(match[1]);
      pieces.push(words.slice(position, match.index));
      pieces.push(rank < 0 ? match[0] : element("sup", "renvoi", String(rank + 1)));
      position = (match.index ?? 0) + match[0].length;
    }
    return [...pieces, words.slice(position)].filter((piece) => piece !== "");
  }

  /** Paragraphs and lists. @param {string} words @returns {HTMLElement[]} */
  paragraphs(words) {
    return words.split(/\n{2,}/).filter(Boolean).map((block) => {
      const lines = block.split("\n");
      if (lines.every((line) => /^[-*] /.test(line))) return element("ul", "", ...lines.map((line) => element("li", "", ...this.words(line.slice(2)))));
      return element("p", "", ...this.words(block.replaceAll("\n", " ")));
    });
  }

  /** @param {string} title @param {(Node | string)[]} children */
  section(title, ...children) {
    return children.length ? [element("h5", "apercu__section", title), ...children] : [];
  }

  /** @param {string} className @param {(Node | string)[][]} items */
  list(className, items, tag = "ul") {
    return items.length ? [element(tag, className, ...items.map((item) => element("li", "", ...item)))] : [];
  }

  /** @param {Tree} entry @param {string} theme @returns {HTMLElement} */
  practice(entry, theme) {
    this.sources = trees(entry.sources).map((source) => text(source.id));
    const cost = tree(entry.cout), proof = tree(entry.preuve), bearer = tree(entry.porteur);
    const facts = [
      ["Pour", texts(entry.publics).map((code) => this.label("publics", code)).join(" · ")],
      ["Face à", texts(entry.freins).map((code) => this.label("freins", code)).join(" · ")],
      ["Où", texts(entry.territoires).map((code) => this.label("territoires", code)).join(" · ")],
      ["Preuve", [this.label("preuve", proof.niveau), text(proof.justification)].filter(Boolean).join(". ")],
      ["Effort", this.label("effort", entry.effort)],
      ["Coût", cost.niveau ? this.label("cout", cost.niveau) : ""],
      ["Premier pas", text(entry.premier_pas)],
    ].filter(([, value]) => value);
    return element(
      "article",
      `apercu__fiche theme--${theme}`,
      ...this.themeLine(theme, entry.statut === "graine"),
      element("h4", "apercu__titre", text(entry.titre) || "Votre titre"),
      element("p", "apercu__accroche", ...this.words(text(entry.accroche))),
      element("dl", "apercu__faits", ...facts.map(([name, value]) => element("div", "", element("dt", "", name), element("dd", "", ...this.words(value))))),
      ...this.section("Pourquoi", ...this.paragraphs(text(entry.probleme))),
      ...this.section("Comment on fait", ...(text(entry.en_bref) ? [element("p", "apercu__bref", ...this.words(text(entry.en_bref)))] : []), ...this.list("", trees(entry.etapes).map((step) => [element("strong", "", text(step.titre)), text(step.duree) && ` (${text(step.duree)})`, element("br", ""), ...this.words(text(step.texte))]), "ol")),
      ...this.section("Ce qu’il faut", element("p", "", [text(bearer.nom), bearer.type ? `(${this.label("porteur", bearer.type)})` : ""].filter(Boolean).join(" ")), ...this.list("", trees(entry.qui_fait).map((one) => this.words([text(one.role), text(one.etp), text(one.competences)].filter(Boolean).join(", ")))), ...this.list("", trees(entry.partenaires).map((one) => this.words([text(one.nom) || this.label("partenaires", one.type), text(one.role)].filter(Boolean).join(" : "))))),
      ...this.section("Ce que ça donne", ...this.list("", trees(entry.resultats).map((one) => [element("strong", "", text(one.valeur)), ` ${text(one.indicateur)}`, ...[text(one.effectif), text(one.periode)].filter(Boolean).map((detail) => `, ${detail}`)]))),
      ...this.section("Limites", ...this.paragraphs(text(entry.limites))),
      ...this.section("Le faire chez soi", ...this.list("apercu__noyau", texts(entry.noyau).map((one) => this.words(one))), ...this.list("", texts(entry.adaptable).map((one) => this.words(one))), ...this.list("", trees(entry.conditions).map((one) => this.words(text(one.question))))),
      ...this.section("Ce qu’on ne sait pas encore", ...this.list("", texts(entry.manques).map((one) => this.words(one)))),
      ...this.section("Sources", ...this.sourceList(entry)),
    );
  }

  /** @param {Tree} entry @param {string} sheet its title @returns {HTMLElement} */
  replication(entry, sheet) {
    this.sources = trees(entry.sources).map((source) => text(source.id));
    const structure = tree(entry.structure);
    return element(
      "article",
      "apercu__fiche",
      element("p", "apercu__accroche", sheet ? `Reprise de « ${sheet} »` : "Reprise d’une fiche"),
      element("h4", "apercu__titre", text(entry.lieu) || "Le lieu"),
      element("p", "", [text(structure.nom), [text(entry.depuis), text(entry.jusqu_a)].filter(Boolean).join(" – "), this.label("etat", entry.etat)].filter(Boolean).join(" · ")),
      ...this.section("Ce qui a été gardé", ...this.list("", texts(entry.repris).map((one) => this.words(one)))),
      ...this.section("Ce qui a changé", ...this.paragraphs(text(entry.change))),
      ...this.section("Ce qui s’est passé", ...this.paragraphs(text(entry.constat))),
      ...this.section("Ce qu’on ne sait pas encore", ...this.list("", texts(entry.manques).map((one) => this.words(one)))),
      ...this.section("Sources", ...this.sourceList(entry)),
    );
  }

  /** @param {Tree} entry */
  sourceList(entry) {
    return this.list("", trees(entry.sources).map((one) => [element("cite", "", text(one.titre)), [text(one.editeur), text(one.date)].filter(Boolean).map((detail) => `. ${detail}`).join("")]), "ol");
  }

  /** @param {string} theme @param {boolean} seed @returns {HTMLElement[]} */
  themeLine(theme, seed) {
    const model = theme ? this.form.querySelector(`.choix__titre.theme--${theme}`) : null;
    const line = element("p", "apercu__theme");
    if (model) {
      const copy = /** @type {HTMLElement} */ (model.cloneNode(true));
      copy.removeAttribute("id");
      const inline = element("span", copy.className, ...copy.childNodes);
      line.append(inline);
    }
    if (seed) line.append(element("span", "etiquette", "Graine"));
    return line.childNodes.length ? [line] : [];
  }

  /** What the printed card holds, both sides. @param {Tree} entry @param {string} theme @returns {HTMLElement} */
  card(entry, theme) {
    const strip = (/** @type {Value | undefined} */ value) => text(value).replace(this.mark, "").trim();
    const chips = [...texts(entry.publics).map((code) => this.label("publics", code)), ...texts(entry.freins).map((code) => this.label("freins", code))];
    const cost = tree(entry.cout), proof = tree(entry.preuve);
    const facts = [cost.niveau && this.label("cout", cost.niveau), entry.effort && this.label("effort", entry.effort), proof.niveau && this.label("preuve", proof.niveau)].filter(Boolean);
    return element(
      "div",
      "cartes-imprimees",
      element("div", `carte-imprimee theme--${theme}`, ...this.themeLine(theme, false), element("p", "carte-imprimee__titre", strip(entry.titre) || "Votre titre"), element("p", "carte-imprimee__accroche", strip(entry.accroche) || "Pour qui, et ce que cela change."), element("p", "carte-imprimee__puces", chips.join(" · "))),
      element("div", `carte-imprimee carte-imprimee--dos theme--${theme}`, element("p", "", strip(entry.en_bref) || "Ce qui est fait, en bref."), ...this.list("", texts(entry.noyau).slice(0, 3).map((one) => [one.replace(this.mark, "")])), element("p", "carte-imprimee__puces", facts.join(" · "))),
    );
  }
}
