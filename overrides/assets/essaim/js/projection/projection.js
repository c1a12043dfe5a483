// Projection: the workshop, one idea a screen, by keyboard, remote, finger or mouse.

import { startTime } from "../atelier.js";
import { controls, fullScreen } from "./barre.js";
import { screens } from "./ecrans.js";
import { announcement, clock, left, paused, spoken, stopped, toggled } from "./minuteur.js";

/** @import { Timer } from "./minuteur.js" */

const NEXT = new Set(["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"]);
const PREVIOUS = new Set(["ArrowLeft", "ArrowUp", "PageUp", "Backspace"]);
const SWIPE = 60;
const TICK = 250;
const KEPT = "essaim-minuteurs";

/** @type {Projection | null} */
let running = null;

export function open() {
  running ??= new Projection(/** @type {HTMLElement} */ (document.querySelector("[data-atelier]")));
}

export function close() {
  running?.end();
  running = null;
}

class Projection {
  /** @param {HTMLElement} workshop */
  constructor(workshop) {
    this.workshop = workshop;
    this.screens = screens(workshop);
    this.rank = -1;
    this.timers = this.#keptTimers();
    this.said = 0;
    this.letters = true;
    this.stop = new AbortController();
    this.bar = controls(workshop, startTime(), {
      step: (by) => this.show(this.rank + by),
      goTo: (sequence) => this.show(this.screens.findIndex((one) => one.sequence === sequence)),
      toggleTimer: () => this.toggleTimer(),
      resetTimer: () => this.resetTimer(),
      setLetters: (on) => (this.letters = on),
      leave: () => this.leave(),
    });
    this.blank = document.createElement("div");
    this.blank.className = "projection__noir";
    this.blank.hidden = true;
    this.covered = [...document.body.children].filter((one) => one instanceof HTMLElement && !one.hidden);
    this.main = document.createElement("main");
    this.main.className = "projection";
    for (const { element } of this.screens) element.hidden = true;
    this.main.append(...this.screens.map((one) => one.element), this.bar.element, this.blank);
    for (const one of this.covered) /** @type {HTMLElement} */ (one).hidden = true;
    document.documentElement.classList.add("projete");
    document.body.append(this.main);
    this.#listen();
    this.show(this.#rankInAddress());
    this.#stayAwake();
    this.beat = setInterval(() => this.#tick(), TICK);
  }

  end() {
    clearInterval(this.beat);
    this.stop.abort();
    this.awake?.release();
    this.main.remove();
    for (const one of this.covered) /** @type {HTMLElement} */ (one).hidden = false;
    document.documentElement.classList.remove("projete");
    if (document.fullscreenElement) document.exitFullscreen();
    /** @type {HTMLElement | null} */ (this.workshop.querySelector("[data-projeter]"))?.focus();
  }

  /** @param {number} wanted */
  show(wanted) {
    const rank = Math.min(Math.max(wanted, 0), this.screens.length - 1);
    if (rank === this.rank) return;
    if (this.rank >= 0) this.screens[this.rank].element.hidden = true;
    const { element, sequence } = this.screens[rank];
    this.rank = rank;
    element.hidden = false;
    scrollTo(0, 0);
    const address = new URL(location.href);
    address.hash = `ecran-${rank + 1}`;
    history.replaceState(history.state, "", address);
    this.bar.position.textContent = `${rank + 1}\u00a0/\u00a0${this.screens.length}`;
    this.bar.jump.value = String(sequence);
    this.bar.previous.disabled = rank === 0;
    this.bar.next.disabled = rank === this.screens.length - 1;
    this.bar.timer.hidden = sequence === 0;
    this.said = this.#left();
    this.#showTimer();
    const heading = element.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  }

  leave() {
    const address = new URL(location.href);
    address.searchParams.delete("mode");
    address.hash = "";
    if (history.state?.projection) history.back();
    else {
      history.replaceState(null, "", address);
      close();
    }
  }

  /** Starting a sequence's timer stands the others still. */
  toggleTimer() {
    const { sequence } = this.screens[this.rank];
    if (!sequence) return;
    const now = Date.now();
    this.timers = this.timers.map((timer, rank) => (rank === sequence ? toggled(timer, now) : paused(timer, now)));
    this.#keep();
    const timer = this.timers[sequence];
    const remaining = this.#left();
    const state = timer.since === null ? "Minuteur en pause" : "Minuteur lancé";
    this.#say(remaining > 0 ? `${state}, reste ${spoken(remaining)}.` : `${state}.`);
    this.said = remaining;
    this.#showTimer();
  }

  resetTimer() {
    const { sequence } = this.screens[this.rank];
    this.timers = this.timers.map((timer, rank) => (rank === sequence ? stopped(timer.total) : timer));
    this.#keep();
    this.said = this.#left();
    this.#say(`Minuteur remis à ${spoken(this.said)}.`);
    this.#showTimer();
  }

  toggleBlank() {
    this.blank.hidden = !this.blank.hidden;
    this.#say(this.blank.hidden ? "Écran de retour." : "Écran noir. Une touche pour revenir.");
  }

  #left() {
    const { sequence } = this.screens[this.rank];
    return left(this.timers[sequence], Date.now());
  }

  #tick() {
    const { sequence } = this.screens[this.rank];
    if (this.timers[sequence].since === null) return;
    const now = this.#left();
    const text = announcement(this.said, now, this.timers[sequence].total);
    if (text) this.#say(text);
    this.said = now;
    this.#showTimer();
  }

  #showTimer() {
    const { sequence } = this.screens[this.rank];
    const timer = this.timers[sequence];
    const remaining = this.#left();
    const runs = timer.since !== null;
    this.bar.clock.textContent = clock(remaining);
    this.bar.over.hidden = remaining >= 0;
    this.bar.timer.classList.toggle("minuteur--fini", remaining <= 0 && sequence > 0);
    this.bar.toggle.textContent = runs ? "Pause" : "Lancer";
    this.bar.reset.hidden = runs || remaining === timer.total;
  }

  /** @param {string} text */
  #say(text) {
    this.bar.status.textContent = text;
  }

  /** Timers outlive a reload: a remote's F5 must not lose the time. @returns {Timer[]} */
  #keptTimers() {
    const totals = [0, ...[...this.workshop.querySelectorAll("[data-sequence]")].map((one) => Number(/** @type {HTMLElement} */ (one).dataset.sequence) * 60)];
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
      const fits = kept?.atelier === this.workshop.dataset.atelier && kept.minuteurs.length === totals.length;
      if (fits) return totals.map((total, rank) => ({ ...stopped(total), ...kept.minuteurs[rank], total }));
    } catch {
      // Storage refused, or not ours: timers start anew.
    }
    return totals.map(stopped);
  }

  #keep() {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify({ atelier: this.workshop.dataset.atelier, minuteurs: this.timers }));
    } catch {
      // Storage refused: timers last as long as the page.
    }
  }

  /** A screen that goes dark in the middle of a sequence helps nobody. Where the browser cannot, nothing is lost. */
  #stayAwake() {
    if (!("wakeLock" in navigator) || document.hidden) return;
    navigator.wakeLock.request("screen").then((lock) => {
      this.awake = lock;
      if (!this.main.isConnected) lock.release();
    }, () => {});
  }

  #rankInAddress() {
    return Number(/^#ecran-(\d+)$/.exec(location.hash)?.[1] ?? 1) - 1;
  }

  #listen() {
    const { signal } = this.stop;
    document.addEventListener("keydown", (event) => this.#press(event), { signal });
    document.addEventListener("visibilitychange", () => this.#stayAwake(), { signal });
    addEventListener("hashchange", () => this.show(this.#rankInAddress()), { signal });
    let from = 0;
    this.main.addEventListener("touchstart", (event) => (from = event.changedTouches[0].clientX), { signal, passive: true });
    this.main.addEventListener("touchend", (event) => {
      const moved = event.changedTouches[0].clientX - from;
      if (event.touches.length === 0 && Math.abs(moved) > SWIPE) this.show(this.rank + (moved < 0 ? 1 : -1));
    }, { signal, passive: true });
    this.blank.addEventListener("click", () => this.toggleBlank(), { signal });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (!this.blank.hidden) {
      event.preventDefault();
      this.toggleBlank();
      return;
    }
    if (event.key === "Escape") {
      const help = document.querySelector("details.projection__aide[open]");
      if (help instanceof HTMLDetailsElement) help.open = false;
      else this.leave();
      return;
    }
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("select, input")) return;
    // On a button, Space and Enter press it.
    if ((event.key === " " || event.key === "Enter") && target?.closest("button, summary")) return;
    const action = this.#action(event.key);
    if (!action) return;
    event.preventDefault();
    action();
  }

  /** @param {string} key @returns {(() => void) | null} */
  #action(key) {
    if (NEXT.has(key)) return () => this.show(this.rank + 1);
    if (PREVIOUS.has(key)) return () => this.show(this.rank - 1);
    if (key === "Home") return () => this.show(0);
    if (key === "End") return () => this.show(this.screens.length - 1);
    if (!this.letters) return null;
    const letters = new Map([["m", () => this.toggleTimer()], ["f", fullScreen], ["b", () => this.toggleBlank()], [".", () => this.toggleBlank()]]);
    return letters.get(key.toLowerCase()) ?? null;
  }
}
