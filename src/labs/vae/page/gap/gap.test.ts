import { expect, it } from 'vitest';
import type { GapInspection } from '../../snapshot.ts';
import type { Climb } from './gap.ts';
import { climbInWords, evidenceInWords, ladderOf, written } from './inWords.ts';

const q = { mean: [0, 0], factor: [1, 0, 0, 1] };
const GAP: GapInspection = {
  kind: 'gap',
  row: 3,
  logLikelihood: -5.2734,
  isExact: true,
  estimate: { logLikelihood: -5.28, standardError: 0.021, samples: 1000, effectiveSamples: 643.2 },
  encoder: { q, elbo: -5.5179 },
  family: 'diagonal',
  density: null,
};
const CLIMB: Climb = {
  ...{ of: '', family: 'full', steps: 21, isDone: true, now: { q, elbo: -5.3874 } },
  best: { diagonal: { q, elbo: -5.4582 }, full: { q, elbo: -5.3874 } },
};

it('rungs and gaps are as many as q has come to', () => {
  const names = (climb: Climb | null) => ladderOf(GAP, climb).rungs.map(({ name }) => name);
  expect(names(null)).toEqual(['log p(y)', 'ELBO, encoder’s q']);
  expect(names({ ...CLIMB, best: {}, steps: 4 })[1]).toBe('ELBO, q at step 4');
  expect(names(CLIMB)).toHaveLength(4);
  const line = { ...GAP, encoder: { ...GAP.encoder, q: { mean: [0], factor: [1] } } };
  expect(ladderOf(line, CLIMB).rungs).toHaveLength(3);
  for (const climb of [null, { ...CLIMB, best: {} }, CLIMB]) {
    const { rungs, gaps } = ladderOf(GAP, climb);
    expect(gaps).toHaveLength(rungs.length - 1);
  }
});

it('the gaps that are read add up to the whole, to the last digit', () => {
  const text = climbInWords(GAP, CLIMB.best);
  expect(text).toBe('Approximation gap 0.185, amortisation gap 0.060, together 0.245 nats.');
  const { rungs } = ladderOf(GAP, CLIMB);
  const [first, ...others] = rungs.map(({ value }) => written(value));
  expect(first - others[others.length - 1]).toBeCloseTo(0.245, 9);
});

it('of an encoder with full covariances the best Gaussian alone lies in between', () => {
  const full: GapInspection = { ...GAP, family: 'full' };
  const best = { diagonal: { q, elbo: -5.3811 }, full: { q, elbo: -5.2741 } };
  const { rungs, gaps } = ladderOf(full, { ...CLIMB, best });
  expect(rungs.map(({ name }) => name)[1]).toBe('ELBO, best Gaussian');
  expect(gaps.map(({ name }) => name)).toEqual(['lost by any Gaussian', 'lost by amortisation']);
  expect(climbInWords(full, best)).toBe(
    'Approximation gap 0.001, amortisation gap 0.244, together 0.245 nats. The best diagonal q loses 0.107 more.',
  );
});

it('says how far log p(y) is to be trusted', () => {
  expect(evidenceInWords(GAP)).toBe(
    'log p(y) is exact, by quadrature; importance sampling gives −5.28 ± 0.02 (1,000 draws, of which 643 count).',
  );
  expect(evidenceInWords({ ...GAP, isExact: false })).toMatch(/^log p\(y\) is estimated/);
});
