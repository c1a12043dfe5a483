// Projection: the workshop, one idea a screen, by keyboard, remote, finger or mouse.

import { startTime } from "../atelier.js";
import { controls, fullScreen } from "./barre.js";
import { screens } from "./ecrans.js";
import { Time } from "./temps.js";

const NEXT = new Set(["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"]);
const PREVIOUS = new Set(["ArrowLeft", "ArrowUp", "PageUp", "Backspace"]);
const SWIPE = 60;

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
    this.letters = true;
    this.stop = new AbortController();
    this.bar = controls(workshop, startTime(), {
      step: (by) => this.show(this.rank + by),
      goTo: (sequence) => this.show(this.screens.findIndex((one) => one.sequence === sequence)),
      toggleTimer: () => this.time.toggle(),
      resetTimer: () => this.time.reset(),
      enlargeTimer: () => this.time.enlarge(),
      setLetters: (on) => (this.letters = on),
      leave: () => this.leave(),
    });
    this.time = new Time(workshop, this.bar);
    this.blank = document.createElement("div");
    this.blank.className = "projection__noir";
    this.blank.hidden = true;
    this.covered = [...document.body.children].filter((one) => one instanceof HTMLElement && !one.hidden);
    this.main = document.createElement("main");
    this.main.className = "projection";
    for (const { element } of this.screens) element.hidden = true;
    this.main.append(...this.screens.map((one) => one.element), this.time.panel, this.bar.element, this.blank);
    for (const one of this.covered) /** @type {HTMLElement} */ (one).hidden = true;
    document.documentElement.classList.add("projete");
    document.body.append(this.main);
    this.#listen();
    this.show(this.#rankInAddress());
    this.#stayAwake();
  }

  end() {
    this.time.end();
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
    this.time.enter(sequence);
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

  toggleBlank() {
    this.blank.hidden = !this.blank.hidden;
    this.#say(this.blank.hidden ? "Écran de retour." : "Écran noir. Une touche pour revenir.");
  }

  /** @param {string} text */
  #say(text) {
    this.bar.status.textContent = text;
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
    const letters = new Map([["m", () => this.time.toggle()], ["g", () => this.time.enlarge()], ["f", fullScreen], ["b", () => this.toggleBlank()], [".", () => this.toggleBlank()]]);
    return letters.get(key.toLowerCase()) ?? null;
  }
}
