// The short code of an id: its BLAKE2b digest (RFC 7693, 8 bytes, no key) written in base 31, as codes.py does.

const MASK = 0xffff_ffff_ffff_ffffn;
const BLOCK = 128;
const DIGEST = 8;
const ROUNDS = 12;
const IV = [
  0x6a09e667f3bcc908n, 0xbb67ae8584caa73bn, 0x3c6ef372fe94f82bn, 0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n, 0x9b05688c2b3e6c1fn, 0x1f83d9abfb41bd6bn, 0x5be0cd19137e2179n,
];
/** Which word of the block each step takes, in hexadecimal. */
const SIGMA = [
  "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8",
  "905724afe1bc683d", "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a",
  "6fe9b308c2d714a5", "a2847615fb9e3cd0",
];
/** The words each step of a round mixes: columns, then diagonals. */
const LANES = [
  [0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15],
  [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14],
];

/**
 * @param {import("./modele.js").Model} model @param {string} identifier
 * @returns {string} the same code for ever
 */
export function shortCode(model, identifier) {
  const [alphabet] = model.listes.alphabet;
  let number = swapped(digest(new TextEncoder().encode(identifier)));
  let code = "";
  for (let rank = 0; rank < model.seuils.code; rank += 1) {
    code += alphabet[Number(number % BigInt(alphabet.length))];
    number /= BigInt(alphabet.length);
  }
  return code;
}

/** The first word of the digest. @param {Uint8Array} bytes */
function digest(bytes) {
  const state = [...IV];
  state[0] ^= 0x01010000n ^ BigInt(DIGEST);
  const blocks = Math.max(1, Math.ceil(bytes.length / BLOCK));
  for (let rank = 0; rank < blocks; rank += 1) {
    const block = new Uint8Array(BLOCK);
    block.set(bytes.subarray(rank * BLOCK, (rank + 1) * BLOCK));
    const isLast = rank === blocks - 1;
    compress(state, new DataView(block.buffer), BigInt(isLast ? bytes.length : (rank + 1) * BLOCK), isLast);
  }
  return state[0];
}

/** @param {bigint[]} state @param {DataView} block @param {bigint} counted @param {boolean} isLast */
function compress(state, block, counted, isLast) {
  const v = [...state, ...IV];
  v[12] ^= counted;
  if (isLast) v[14] ^= MASK;
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = SIGMA[round % SIGMA.length];
    LANES.forEach((lane, step) => {
      const [x, y] = [2 * step, 2 * step + 1].map((rank) => block.getBigUint64(8 * parseInt(order[rank], 16), true));
      mix(v, lane, x, y);
    });
  }
  for (let rank = 0; rank < 8; rank += 1) state[rank] ^= v[rank] ^ v[rank + 8];
}

/** @param {bigint[]} v @param {number[]} lane @param {bigint} x @param {bigint} y */
function mix(v, [a, b, c, d], x, y) {
  v[a] = (v[a] + v[b] + x) & MASK;
  v[d] = turned(v[d] ^ v[a], 32n);
  v[c] = (v[c] + v[d]) & MASK;
  v[b] = turned(v[b] ^ v[c], 24n);
  v[a] = (v[a] + v[b] + y) & MASK;
  v[d] = turned(v[d] ^ v[a], 16n);
  v[c] = (v[c] + v[d]) & MASK;
  v[b] = turned(v[b] ^ v[c], 63n);
}

/** A 64-bit word turned right. @param {bigint} word @param {bigint} bits */
const turned = (word, bits) => ((word >> bits) | (word << (64n - bits))) & MASK;

/** A word with its bytes in the other order. @param {bigint} word */
function swapped(word) {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, word, true);
  return view.getBigUint64(0);
}
