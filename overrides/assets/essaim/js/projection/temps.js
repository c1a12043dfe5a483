// The time of the sequence on screen: its small clock in the bar, and the large one that a room reads when asked.

import { element } from "../dom.js";
import { MINUTE, announcement, clock, left, paused, spoken, stopped, toggled } from "./minuteur.js";

/** @import { controls } from "./barre.js" */
/** @import { Timer } from "./minuteur.js" */

const TICK = 250;
const KEPT = "essaim-minuteurs";

export class Time {
  /** @param {HTMLElement} workshop @param {ReturnType<typeof controls>} bar */
  constructor(workshop, bar) {
    this.workshop = workshop;
    this.bar = bar;
    this.sequence = 0;
    this.said = 0;
    this.large = false;
    this.timers = this.#kept();
    this.digits = element("p", "chrono__temps");
    this.words = element("p", "chrono__mots");
    this.panel = element("div", "chrono", this.words, this.digits);
    // The bar's own clock is the one that is read aloud.
    this.panel.setAttribute("aria-hidden", "true");
    this.beat = setInterval(() => this.#tick(), TICK);
  }

  end() {
    clearInterval(this.beat);
  }

  /** @param {number} sequence */
  enter(sequence) {
    this.sequence = sequence;
    this.said = this.#left();
    this.#show();
  }

  /** Starting a sequence's timer stands the others still. */
  toggle() {
    if (!this.sequence) return;
    const now = Date.now();
    this.timers = this.timers.map((timer, rank) => (rank === this.sequence ? toggled(timer, now) : paused(timer, now)));
    this.#keep();
    this.said = this.#left();
    const state = this.#runs() ? "Minuteur lancé" : "Minuteur en pause";
    this.#say(this.said > 0 ? `${state}, reste ${spoken(this.said)}.` : `${state}.`);
    this.#show();
  }

  reset() {
    this.timers = this.timers.map((timer, rank) => (rank === this.sequence ? stopped(timer.total) : timer));
    this.#keep();
    this.said = this.#left();
    this.#say(`Minuteur remis à ${spoken(this.said)}.`);
    this.#show();
  }

  enlarge() {
    if (!this.sequence) return;
    this.large = !this.large;
    this.#keep();
    this.#say(this.large ? "Grand minuteur affiché." : "Grand minuteur caché.");
    this.#show();
  }

  #left() {
    return left(this.timers[this.sequence], Date.now());
  }

  #runs() {
    return this.timers[this.sequence].since !== null;
  }

  #tick() {
    if (!this.#runs()) return;
    const now = this.#left();
    const text = announcement(this.said, now, this.timers[this.sequence].total);
    if (text) this.#say(text);
    this.said = now;
    this.#show();
  }

  #show() {
    const remaining = this.#left();
    const over = remaining <= 0 && this.sequence > 0;
    this.bar.timer.hidden = this.sequence === 0;
    this.bar.clock.textContent = this.digits.textContent = clock(remaining);
    this.bar.over.hidden = remaining >= 0;
    this.bar.timer.classList.toggle("minuteur--fini", over);
    this.bar.toggle.textContent = this.#runs() ? "Pause" : "Lancer";
    this.bar.reset.hidden = this.#runs() || remaining === this.timers[this.sequence].total;
    this.bar.enlarge.setAttribute("aria-pressed", String(this.large));
    this.panel.hidden = !this.large || this.sequence === 0;
    this.panel.classList.toggle("chrono--fini", over);
    this.words.textContent = this.#state(remaining);
  }

  /** What the large clock's figures mean. @param {number} remaining */
  #state(remaining) {
    if (remaining <= 0) return "C’est l’heure";
    if (!this.#runs()) return remaining === this.timers[this.sequence].total ? "Durée" : "En pause";
    return remaining <= MINUTE ? "Dernière minute" : "Il reste";
  }

  /** @param {string} text */
  #say(text) {
    this.bar.status.textContent = text;
  }

  /** Timers outlive a reload: a remote's F5 must not lose the time. @returns {Timer[]} */
  #kept() {
    const totals = [0, ...[...this.workshop.querySelectorAll("[data-sequence]")].map((one) => Number(/** @type {HTMLElement} */ (one).dataset.sequence) * MINUTE)];
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
      const fits = kept?.atelier === this.workshop.dataset.atelier && kept.minuteurs.length === totals.length;
      if (fits) {
        this.large = kept.grand === true;
        return totals.map((total, rank) => ({ ...stopped(total), ...kept.minuteurs[rank], total }));
      }
    } catch {
      // Storage refused, or not ours: timers start anew.
    }
    return totals.map(stopped);
  }

  #keep() {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify({ atelier: this.workshop.dataset.atelier, minuteurs: this.timers, grand: this.large }));
    } catch {
      // Storage refused: timers last as long as the page.
    }
  }
}
