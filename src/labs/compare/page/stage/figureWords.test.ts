import { expect, it } from 'vitest';
import type { Measurements } from '../measuring/measurements.ts';
import { agreementInWords, evaluationDataInWords, secondsInWords } from './figureWords.ts';

it('says why there is no clustering score', () => {
  expect(agreementInWords('vae', { adjustedRandIndex: null })).toBe('– no clusters');
  expect(agreementInWords('gmm', { adjustedRandIndex: null })).toBe('– no classes');
  expect(agreementInWords('svae', { adjustedRandIndex: 0.987 })).toBe('0.99');
});

it('gives short times in milliseconds, and none to models that came trained or are untrained', () => {
  expect(secondsInWords(0.0123, 40, 40)).toBe('12 ms');
  expect(secondsInWords(1.26, 40, 2040)).toBe('1.3 s');
  expect(secondsInWords(0, 0, 2000)).toBe('– not here');
  expect(secondsInWords(0, 0, 0)).toBe('–');
});

const likelihood = {
  step: 1200,
  logLikelihood: -5.271,
  standardError: 0.001,
  poorRows: 0,
  ofRows: new Float64Array(500),
  rows: 500,
  samples: 512,
};

function measured(data: 'held-out' | 'training', steps: number): Measurements {
  const figures = { evaluationData: { data, rows: 500 }, timing: { steps } };
  const gmm = { ...likelihood, exact: -5.2705 };
  const other = { ...likelihood, exact: null };
  const better = { ...other, ofRows: likelihood.ofRows.map((_, n) => (n % 2 === 0 ? 0.5 : 0.1)) };
  return {
    run: 1,
    figures,
    likelihoods: { gmm, vae: other, svae: better },
    measuring: null,
  } as unknown as Measurements;
}

it('says on what likelihoods are measured, and how well', () => {
  expect(evaluationDataInWords(null)).toBe('Measuring …');
  expect(evaluationDataInWords({ ...measured('held-out', 0), likelihoods: {} })).toBe(
    'Measuring on 500 fresh points of the same distribution …',
  );
  const words = evaluationDataInWords(measured('held-out', 1200));
  expect(words).toContain('512 samples each');
  expect(words).toContain('GMM is −5.271; its estimate is −5.271');
  expect(words).toContain('1,200 steps');
  expect(words).toContain('SVAE minus GMM is 0.30 ± 0.01');
  expect(words).not.toContain('Hardly');
  const { likelihoods, ...others } = measured('held-out', 1200);
  const poor = { ...likelihoods, svae: { ...likelihood, poorRows: 3, exact: null } };
  expect(evaluationDataInWords({ ...others, likelihoods: poor })).toContain(
    'There are few effective samples for 3 points of the SVAE',
  );
  const behind = { ...likelihoods, gmm: { ...likelihood, samples: 24, exact: null } };
  expect(evaluationDataInWords({ ...others, likelihoods: behind })).toContain(
    ': 24 samples for the GMM, 512 samples for the VAE and the SVAE, ±',
  );
  expect(evaluationDataInWords(measured('training', 0))).toContain('the 500 training points');
});
