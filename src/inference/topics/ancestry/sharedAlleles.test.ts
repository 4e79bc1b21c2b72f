import { expect, it } from 'vitest';
import { HISTORIES, type History, history } from '../../../datasets/histories.ts';
import { createRandom } from '../../../math/random.ts';
import { sharedAlleles } from './sharedAlleles.ts';

// Two loci, the second with three alleles; the last individual has one copy of it.
const CORPUS = {
  starts: Int32Array.of(0, 2, 5, 8, 10),
  words: Int32Array.of(0, 2, 0, 1, 3, 1, 3, 4, 1, 2),
  counts: Int32Array.of(2, 2, 1, 1, 2, 2, 1, 1, 2, 1),
  vocabulary: { length: 5 },
  tables: Int32Array.of(0, 0, 1, 1, 1),
};
const SHARES = Float64Array.of(0.9, 0.1, 0.7, 0.3, 0.2, 0.8, 0.4, 0.6);
const BETA = Float64Array.of(0.7, 0.3, 0.5, 0.3, 0.2, 0.2, 0.8, 0.1, 0.6, 0.3);
const ETA = 1;
/** 5 alleles at 2 loci: a prior of eta for each counts so many individuals with two copies. */
const PRIOR = (5 / 2) * (ETA / 2);
const ALL = [0, 1, 2, 3];

it('is the mean over loci of what is left of the covariance, pair by pair', () => {
  const { excess } = sharedAlleles(CORPUS, SHARES, BETA, [0, 0, 1, 1], ALL, ETA);
  const counts = [0, 1, 2, 3].map((d) => {
    const row = [0, 0, 0, 0, 0];
    for (let at = CORPUS.starts[d]; at < CORPUS.starts[d + 1]; at++)
      row[CORPUS.words[at]] = CORPUS.counts[at];
    return row;
  });
  const expected = (d: number, v: number) =>
    SHARES[2 * d] * BETA[v] + SHARES[2 * d + 1] * BETA[5 + v];
  const copies = (d: number, v: number) => (v < 2 ? 2 : counts[d][2] + counts[d][3] + counts[d][4]);
  const left = (d: number, v: number) => counts[d][v] - copies(d, v) * expected(d, v);
  const alleles = [0, 1, 2, 3, 4];
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const variance = sum(
    alleles.map(
      (v) => sum([0, 1, 2, 3].map((d) => copies(d, v) * expected(d, v) * (1 - expected(d, v)))) / 4,
    ),
  );
  // (Q'Q + prior I)^-1 of two clusters.
  const dot = (i: number, j: number) =>
    sum([0, 1, 2, 3].map((d) => SHARES[2 * d + i] * SHARES[2 * d + j])) + (i === j ? PRIOR : 0);
  const determinant = dot(0, 0) * dot(1, 1) - dot(0, 1) ** 2;
  const projection = (a: number, b: number) =>
    (SHARES[2 * a] * (dot(1, 1) * SHARES[2 * b] - dot(0, 1) * SHARES[2 * b + 1]) +
      SHARES[2 * a + 1] * (dot(0, 0) * SHARES[2 * b + 1] - dot(0, 1) * SHARES[2 * b])) /
    determinant;
  const pair = (a: number, b: number) =>
    sum(alleles.map((v) => left(a, v) * left(b, v))) / variance + projection(a, b);
  expect(excess[0]).toBeCloseTo(pair(0, 1), 12);
  expect(excess[3]).toBeCloseTo(pair(2, 3), 12);
  const between = (pair(0, 2) + pair(0, 3) + pair(1, 2) + pair(1, 3)) / 4;
  expect([excess[1], excess[2]]).toEqual([
    expect.closeTo(between, 12),
    expect.closeTo(between, 12),
  ]);
});

it('leaves individuals out whose group is not known', () => {
  const { excess, mixtures } = sharedAlleles(CORPUS, SHARES, BETA, [0, 0, -1, -1], ALL, ETA);
  expect(excess).toHaveLength(1);
  expect(mixtures).toEqual([null]);
});

it('compares only individuals that the clusters were fitted to', () => {
  const random = createRandom(3);
  const [D, V] = [40, 2000];
  // One cluster is the truth: its frequencies explain all sharing.
  const frequencies = Array.from({ length: V / 2 }, () => random.uniform());
  const draw = (p: number): number => Number(random.uniform() < p) + Number(random.uniform() < p);
  const rows = Array.from({ length: D }, () => frequencies.map(draw));
  const learned = Array.from({ length: D - 12 }, (_, d) => d);
  const beta = new Float64Array(V);
  frequencies.forEach((_, locus) => {
    const seen = learned.reduce((sum, d) => sum + rows[d][locus], 0);
    beta[2 * locus] = (1 + seen) / (2 + 2 * learned.length);
    beta[2 * locus + 1] = 1 - beta[2 * locus];
  });
  const words = rows.map((row) =>
    row.flatMap((count, locus) => [
      ...(count > 0 ? [[2 * locus, count]] : []),
      ...(count < 2 ? [[2 * locus + 1, 2 - count]] : []),
    ]),
  );
  const starts = Int32Array.of(0, ...words.map(({ length }) => length));
  for (let d = 1; d <= D; d++) starts[d] += starts[d - 1];
  const corpus = {
    ...{ starts, vocabulary: { length: V } },
    words: Int32Array.from(words.flat(), ([word]) => word),
    counts: Int32Array.from(words.flat(), ([, count]) => count),
    tables: Int32Array.from({ length: V }, (_, v) => v >> 1),
  };
  const group = new Int32Array(D);
  const check = (of: readonly number[]) =>
    sharedAlleles(corpus, new Float64Array(D).fill(1), beta, group, of, 1);
  const { excess, errors } = check(learned);
  expect(Math.abs(excess[0])).toBeLessThan(3 * errors[0]);
  // With those held out taken for fitted, the sharing of a true model seems too large.
  const all = check(Array.from(group.keys()));
  expect(all.excess[0]).toBeGreaterThan(5 * all.errors[0]);
});

/** Of populations as they are: their true frequencies and shares. */
function ofTruth(name: History) {
  const data = history(name, createRandom(1));
  const { truth, labels } = data;
  if (!truth || !labels) throw new Error('The history is not known.');
  // Fixed in advance, the clusters take nothing from the fit.
  return sharedAlleles(data, truth.shares, truth.topics, labels, Array.from(labels.keys()), 1e9);
}

it.each(HISTORIES)('finds nothing unexplained in %s where the truth is known', (name) => {
  const { excess, errors } = ofTruth(name);
  excess.forEach((value, at) => {
    expect(Math.abs(value)).toBeLessThan(4 * errors[at]);
  });
});

it('takes f3 below 0 for a sign of mixing, in admixture and next to a ghost', () => {
  const [, admixture] = ofTruth('admixture').mixtures;
  const [, ghost] = ofTruth('ghost').mixtures;
  const [, bottleneck] = ofTruth('bottleneck').mixtures;
  expect(admixture).toMatchObject({ group: 1, one: 0, other: 2 });
  expect((admixture?.f3 ?? 0) / (admixture?.error ?? 1)).toBeLessThan(-8);
  expect((ghost?.f3 ?? 0) / (ghost?.error ?? 1)).toBeLessThan(-3);
  expect((bottleneck?.f3 ?? 0) / (bottleneck?.error ?? 1)).toBeGreaterThan(-1);
});

it('says no number where what the fit takes away cannot be computed', () => {
  // Nobody has the second cluster, and no prior holds it.
  const alone = Float64Array.of(1, 0, 1, 0, 1, 0, 1, 0);
  const { excess, errors } = sharedAlleles(CORPUS, alone, BETA, [0, 0, 1, 1], ALL, 0);
  expect([...excess].every(Number.isNaN)).toBe(true);
  expect([...errors].every(Number.isFinite)).toBe(true);
  expect(
    sharedAlleles(CORPUS, alone, BETA, [0, 0, 1, 1], ALL, ETA).excess.every(Number.isFinite),
  ).toBe(true);
});
