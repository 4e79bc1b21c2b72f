import { median } from './statistics.ts';

/** One line of the table: what was measured, and what it should be. */
export interface Figure {
  readonly name: string;
  /** What must be reached; null if there is no such bar. */
  readonly atLeast: Bar | null;
  readonly aim: Bar | null;
  /** The number the bars are held against. */
  readonly value: number;
  readonly measured: string;
}

/** A bar to reach, from below or from above. */
export interface Bar {
  readonly value: number;
  readonly better: 'higher' | 'lower';
  readonly text: string;
}

/** A part of the bench: measures and says what it used. */
export interface Measurement {
  readonly figures: readonly Figure[];
  /** Seeds, steps and place in a few words, for the table's column. */
  readonly run: string;
  /** The reference work beside it, in milliseconds; absent where nothing was timed. */
  readonly referenceMs?: number;
  /** Sentences on what lies behind the figures. */
  readonly notes: readonly string[];
}

export type Verdict = 'aim reached' | 'reached' | 'missed' | '–';

export function higher(value: number, text: string): Bar {
  return { value, better: 'higher', text };
}

export function lower(value: number, text: string): Bar {
  return { value, better: 'lower', text };
}

/**
 * So many of all, held against shares of all, as with fewer seeds than the bars speak of; bars of one are
 * all of them.
 */
export function share(
  name: string,
  good: number,
  all: number,
  [bar, aim, of]: readonly [bar: number, aim: number | null, of: number],
): Figure {
  const atLeast = (count: number) => higher(count / of, of === 1 ? 'all' : `${count} of ${of}`);
  return {
    name,
    atLeast: atLeast(bar),
    aim: aim === null ? null : atLeast(aim),
    value: good / all,
    measured: `${good} of ${all}`,
  };
}

/** A time as a share of the reference work beside it, which compares machines and hours. */
export function overReference(
  { name, value }: Figure,
  referenceMs: number,
  [bar, aim]: readonly [bar: number, aim: number],
): Figure {
  const ratio = value / referenceMs;
  return {
    name: `${name}, over the reference work`,
    atLeast: lower(bar, String(bar)),
    aim: lower(aim, String(aim)),
    value: ratio,
    measured: ratio.toFixed(2),
  };
}

/** 0 to n - 1. */
export const firstSeeds = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i);

/** "–" where no bar is set; a figure that has an aim alone reaches it or misses. */
export function verdict({ atLeast, aim, value }: Figure): Verdict {
  if (!atLeast && !aim) return '–';
  if (atLeast && !reaches(value, atLeast)) return 'missed';
  if (aim && reaches(value, aim)) return 'aim reached';
  return atLeast ? 'reached' : 'missed';
}

function reaches(value: number, bar: Bar): boolean {
  return bar.better === 'higher' ? value >= bar.value : value <= bar.value;
}

/** Of several runs of one part of the bench, for each figure the run in the middle of those that have it. */
export function medianOf(runs: readonly Measurement[]): Measurement {
  const isMeasured = ({ value }: Figure) => !Number.isNaN(value);
  const complete = runs.filter(({ figures }) => figures.length === 0 || figures.some(isMeasured));
  if (runs.length === 1 || complete.length === 0) return runs[0];
  const references = complete.flatMap(({ referenceMs }) => referenceMs ?? []);
  return {
    ...complete[0],
    figures: complete[0].figures.map((own) => {
      const found = complete
        .flatMap(({ figures }) => figures.filter((one) => one.name === own.name && isMeasured(one)))
        .sort((a, b) => a.value - b.value);
      if (found.length === 0) return own;
      const middle = found[Math.floor((found.length - 1) / 2)];
      const [lowest, highest] = [found[0], found[found.length - 1]].map(({ value }) =>
        value.toPrecision(3),
      );
      return { ...middle, measured: `${middle.measured}; runs ${lowest} to ${highest}` };
    }),
    run: `${complete[0].run}, median of ${complete.length} runs`,
    ...(references.length > 0 && { referenceMs: median(references) }),
  };
}
