import { describe, expect, it } from 'vitest';
import { inputEndSaid } from '../../../shared/data/inputEnd.ts';
import type { SvaeLdsEdit } from '../../edits.ts';
import { dialPairsOf, largestInWords } from './dialPairs.ts';
import { columnFactorsOf, editedEntriesOf, turnOf } from './editsInForce.ts';
import { parseEntry } from './parseEntry.ts';
import { growsWithoutBound } from './stability.ts';

/** A complex number, or a learned pair, by its period and radius. */
function pair(period: number, radius: number) {
  const angle = (2 * Math.PI) / period;
  const [re, im] = [radius * Math.cos(angle), radius * Math.sin(angle)];
  return { re, im, radius, period, share: 0.5, leads: false };
}

const both = ({ re, im }: { re: number; im: number }) => [
  { re, im },
  { re, im: -im },
];

describe('edits in force', () => {
  const edits: readonly SvaeLdsEdit[] = [
    { kind: 'scaleTransitionColumn', column: 1, factor: 1.2 },
    { kind: 'setTransitionEntry', row: 1, column: 0, value: 3 },
    { kind: 'turnEigenvalue', pair: 2, angleFactor: 2, radiusFactor: 1 },
    { kind: 'setInputEnd', step: 0 },
  ];
  it('are found by what they take hold of', () => {
    expect([...columnFactorsOf(edits, 2)]).toEqual([1, 1.2]);
    expect([...editedEntriesOf(edits, 2)]).toEqual([2]);
    expect(turnOf(edits, 2).angleFactor).toBe(2);
    expect(turnOf(edits, 0).angleFactor).toBe(1);
    expect(inputEndSaid(edits)).toBe(0);
    expect(inputEndSaid([])).toBeNull();
  });
});

describe('dialPairsOf', () => {
  // The second is an overtone of the first; the third falls to the real axis at times.
  const rotations = [pair(27, 0.999), pair(13.5, 0.99), pair(6, 0.7)];

  it('says whose modulus is the largest, by the number on the dial', () => {
    const largest = (...eigenvalues: { re: number; im: number }[]) =>
      largestInWords(dialPairsOf({ eigenvalues, rotations }, []));
    expect(largest(...rotations.flatMap(both))).toBe('pair 1');
    expect(largest({ re: 1.0001, im: 0 }, ...rotations.flatMap(both))).toBe('real');
    expect(largest({ re: -1.2, im: 0 }, ...rotations.flatMap(both))).toBe('real');
    expect(largest(...both(rotations[1]), ...both(rotations[2]))).toBe('pair 1');
  });

  it('keeps the order of the learned pairs, whatever that of the eigenvalues', () => {
    const eigenvalues = [rotations[2], rotations[0], rotations[1]].flatMap(both);
    const dial = dialPairsOf({ eigenvalues, rotations }, []);
    expect(dial.pairs).toEqual([0, 1, 2]);
    expect(dial.eigenvalues.real[0]).toBe(rotations[0].re);
  });

  it('knows a turned pair and the overtone that follows it', () => {
    const edit = { kind: 'turnEigenvalue', pair: 0, angleFactor: 2, radiusFactor: 1 } as const;
    const turned = [pair(6.75, 0.99), pair(13.5, 0.999), rotations[2]];
    const dial = dialPairsOf({ eigenvalues: turned.flatMap(both), rotations }, [edit]);
    expect(dial.pairs).toEqual([0, 1, 2]);
    expect(dial.eigenvalues.real[0]).toBeCloseTo(turned[1].re, 12);
    expect(dial.eigenvalues.real[1]).toBeCloseTo(turned[0].re, 12);
    expect(dial.turns[0]).toMatchObject({ angleFactor: 2 });
  });

  it('leaves out a pair that has fallen apart, and lists one that edits made', () => {
    const eigenvalues = [...both(rotations[0]), { re: 0.5, im: 0 }, { re: 0.2, im: 0 }];
    const fewer = dialPairsOf({ eigenvalues, rotations }, []);
    expect(fewer.pairs).toEqual([0]);
    const more = dialPairsOf({ eigenvalues: rotations.flatMap(both), rotations: [] }, []);
    expect(more.pairs).toEqual([null, null, null]);
  });
});

it('growsWithoutBound tells growth one would see from rounding', () => {
  expect([1, 1.004, 1.12, Number.NaN].map(growsWithoutBound)).toEqual([false, false, true, true]);
});

it('parseEntry reads points, commas and true minus signs, and names what it cannot take', () => {
  expect(parseEntry(' −0,5 ')).toEqual({ ok: true, value: -0.5 });
  expect(parseEntry('a half')).toMatchObject({ ok: false });
  expect(parseEntry('')).toMatchObject({ ok: false });
  expect(parseEntry('-101')).toMatchObject({ ok: false, message: expect.stringContaining('±100') });
});
