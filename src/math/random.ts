/**
 * Seeded random numbers on xoroshiro128+. A run owns several named streams, so that drawing one
 * more number for, say, a batch never shifts the noise of everything after it.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import {
  type xoroshiro128plus,
  xoroshiro128plusFromState,
} from 'pure-rand/generator/xoroshiro128plus';

/** Seeded random numbers; the only source of chance in the house. */
export interface Random {
  /** Uniform on [0, 1) with 53 random bits. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Uniform integer in 0..n-1. */
  integer(n: number): number;
  /** Everything the stream needs to go on, as plain numbers. */
  state(): readonly number[];
}

type Generator = ReturnType<typeof xoroshiro128plus>;

const GENERATOR_WORDS = 4;

/** The stream of a seed. Equal seeds give equal streams; neighbouring seeds unrelated ones. */
export function createRandom(seed: number): Random {
  return forkRandom(seed, '');
}

/**
 * One of several independent streams of a seed, told apart by name ("data", "batches", ...).
 *
 * @param seed any finite number; its 64 bits all count
 */
export function forkRandom(seed: number, name: string): Random {
  return stream(xoroshiro128plusFromState(seedWords(seed, name)), Number.NaN);
}

/**
 * Goes on, bit for bit, where `Random.state()` was taken.
 *
 * @throws RangeError if the numbers are not such a state
 */
export function restoreRandom(state: readonly number[]): Random {
  const words = state.slice(0, GENERATOR_WORDS);
  const [hasSpare, spare] = state.slice(GENERATOR_WORDS);
  const isWord = (value: number) => value === (value | 0);
  // From all zeros the generator never gets away.
  const isState = words.every(isWord) && words.some((word) => word !== 0);
  if (state.length !== GENERATOR_WORDS + 2 || !isState || !Number.isFinite(spare)) {
    throw new RangeError('The saved numbers are not the state of a random stream.');
  }
  return stream(xoroshiro128plusFromState(words), hasSpare === 1 ? spare : Number.NaN);
}

/** Fills `out` with independent standard normals. */
export function fillNormal(random: Random, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = random.normal();
}

/**
 * Fisher-Yates shuffle in place. With `count` only the first `count` entries are drawn: a uniform
 * sample without replacement, the rest being whatever is left over.
 */
export function shuffle(random: Random, items: Int32Array, count = items.length): void {
  for (let i = 0; i < Math.min(count, items.length); i++) {
    const j = i + random.integer(items.length - i);
    const item = items[i];
    items[i] = items[j];
    items[j] = item;
  }
}

/** `spare` is the second normal of the last pair, NaN if it has been handed out. */
function stream(generator: Generator, spare: number): Random {
  let spareNormal = spare;
  return {
    uniform: () => uniformFloat64(generator),
    integer: (n) => uniformInt(generator, 0, n - 1),
    // Marsaglia's polar method: a point uniform on the disc gives two normals, one kept as spare.
    normal() {
      if (!Number.isNaN(spareNormal)) {
        const value = spareNormal;
        spareNormal = Number.NaN;
        return value;
      }
      let x = 0;
      let y = 0;
      let square = 0;
      do {
        x = 2 * uniformFloat64(generator) - 1;
        y = 2 * uniformFloat64(generator) - 1;
        square = x * x + y * y;
      } while (square >= 1 || square === 0);
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spareNormal = y * scale;
      return x * scale;
    },
    // A flag beside the spare, because NaN does not survive JSON.
    state() {
      const hasSpare = !Number.isNaN(spareNormal);
      return [...generator.getState(), hasSpare ? 1 : 0, hasSpare ? spareNormal : 0];
    },
  };
}

/**
 * Four well-mixed 32-bit words from a seed and a name. The generator's own seeding leaves small
 * seeds almost equal, which shows in the first numbers drawn.
 */
function seedWords(seed: number, name: string): number[] {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, seed);
  let hash = absorb(absorb(0x9e3779b9, bits.getInt32(0)), bits.getInt32(4));
  for (let i = 0; i < name.length; i++) hash = absorb(hash, name.charCodeAt(i));
  return Array.from({ length: GENERATOR_WORDS }, (_, i) => absorb(hash, i + 1));
}

/** Mixes one word into a hash with the multiplications of MurmurHash3 and its final avalanche. */
function absorb(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  let h = hash ^ k;
  h = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
