// The index of words: which passages of which pages hold a word, whatever its ending. See scripts/catalogue/word_index.py.

import { fold, root } from "./requete.js";

// A word is of the sheets' when one of theirs begins like it, up to a French ending.
const FAMILY = 5;
const ENDING = 3;
const SHORTEST_BEGINNING = 3;

/** @typedef {{ forms: string[], held: Map<number, string> }} Holding a word's forms; page → the letters of the passages that hold one */

export class Words {
  /**
   * @param {string} coded front-coded sorted words @param {number[]} starts the rank of each piece's first word
   * @param {(piece: number) => Promise<string>} load a piece of the index
   */
  constructor(coded, starts, load) {
    this.list = decode(coded);
    this.starts = starts;
    this.load = load;
    /** @type {Map<number, Promise<string[]>>} */
    this.pieces = new Map();
    /** @type {Map<string, number[]>} */
    this.byStem = new Map();
    this.list.forEach((word, rank) => {
      const key = root(word);
      const ranks = this.byStem.get(key);
      if (ranks) ranks.push(rank);
      else this.byStem.set(key, [rank]);
    });
  }

  /** Whether a word, or one of its forms, is written in the base as it is. @param {string} folded */
  has(folded) {
    return this.byStem.has(root(folded));
  }

  /** Whether a word is written so in the base, letter for letter. @param {string} folded */
  lists(folded) {
    return this.list[this.#first(folded)] === folded;
  }

  /** Whether the base holds a word, one of its forms, or one of its family. @param {string} folded */
  holds(folded) {
    return this.ranks(folded).length > 0;
  }

  /** The ranks of a word's forms; of its family when the base has none of them. @param {string} folded */
  ranks(folded) {
    return this.byStem.get(root(folded)) ?? this.beginning(folded.length >= FAMILY ? folded.slice(0, Math.max(FAMILY, folded.length - ENDING)) : folded);
  }

  /** The ranks of the words that begin so. @param {string} folded @returns {number[]} */
  beginning(folded) {
    const ranks = /** @type {number[]} */ ([]);
    if (folded.length < SHORTEST_BEGINNING) return ranks;
    for (let rank = this.#first(folded); this.list[rank]?.startsWith(folded); rank += 1) ranks.push(rank);
    return ranks;
  }

  /** The rank of the first word not before `folded`. @param {string} folded */
  #first(folded) {
    let low = 0;
    let high = this.list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.list[middle] < folded) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where a word stands. @param {string} word @returns {Promise<Holding>} */
  async holding(word) {
    const ranks = this.ranks(fold(word));
    const lines = await Promise.all(ranks.map((rank) => this.#line(rank)));
    /** @type {Map<number, string>} */
    const held = new Map();
    for (const line of lines) {
      let page = -1;
      for (const [, further, letters] of line.matchAll(/(\d+)(\D+)/g)) {
        page += Number(further);
        held.set(page, (held.get(page) ?? "") + letters);
      }
    }
    return { forms: ranks.map((rank) => this.list[rank]), held };
  }

  /** @param {number} rank */
  async #line(rank) {
    const piece = this.starts.findLastIndex((start) => start <= rank);
    if (!this.pieces.has(piece)) {
      const loading = this.load(piece).then((text) => text.split("\n"));
      loading.catch(() => this.pieces.delete(piece));
      this.pieces.set(piece, loading);
    }
    return (await this.pieces.get(piece))?.[rank - this.starts[piece]] ?? "";
  }
}

/** @param {string} coded front-coded words: see `front_coded` in scripts/catalogue/word_index.py */
function decode(coded) {
  let before = "";
  return coded ? coded.split(" ").map((one) => (before = before.slice(0, parseInt(one[0], 36)) + one.slice(1))) : [];
}
