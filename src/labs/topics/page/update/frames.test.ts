import { expect, it } from 'vitest';
import { digamma } from '../../../../math/specialFunctions.ts';
import type { DocumentAnswer } from '../../snapshot.ts';
import { describe, framesOf, OF_INDIVIDUALS, responsibilitiesAt } from './frames.ts';

it('alternates responsibilities and shares, and ends at the fixed point', () => {
  expect(framesOf(3).map(({ stage }) => stage)).toEqual([
    'start',
    'phi',
    'gamma',
    'phi',
    'gamma',
    'end',
  ]);
  expect(framesOf(40)).toHaveLength(10);
  expect(framesOf(40).at(-1)).toMatchObject({ gamma: 39 });
  expect(framesOf(1).map(({ stage }) => stage)).toEqual(['start', 'end']);
});

it('gives the responsibilities of an earlier round', () => {
  const logBeta = [
    [-1, -3],
    [-2, -0.5],
  ];
  const logsOf = (gamma: readonly number[]) =>
    gamma.map((value) => digamma(value) - digamma(gamma[0] + gamma[1]));
  const shares = (gamma: readonly number[]) =>
    logBeta.flatMap((logs) => {
      const weights = logs.map((log, k) => Math.exp(log + logsOf(gamma)[k]));
      return weights.map((weight) => weight / (weights[0] + weights[1]));
    });
  const [start, end] = [
    [1.5, 1.5],
    [0.6, 2.4],
  ];
  const answer: DocumentAnswer = {
    ...{ kind: 'document', document: 0, words: Int32Array.of(0, 1), counts: Int32Array.of(1, 1) },
    responsibilities: Float32Array.from(shares(end)),
    gamma: Float64Array.from(end),
    logShares: Float64Array.from(logsOf(end)),
    gammaSteps: Float64Array.from([...start, ...end]),
    logShareSteps: Float64Array.from([...logsOf(start), ...logsOf(end)]),
    boundSteps: Float64Array.of(-3, -2),
  };
  const found = responsibilitiesAt(answer, 0);
  for (const [at, share] of shares(start).entries()) expect(found[at]).toBeCloseTo(share, 5);
});

it('speaks of alleles and clusters where documents are individuals', () => {
  const answer = {
    ...{ kind: 'document', document: 0, counts: Int32Array.of(2, 1) },
    ...{ gamma: Float64Array.of(1, 2), gammaSteps: Float64Array.of(1.5, 1.5, 1, 2) },
    boundSteps: Float64Array.of(-3, -2),
  } as unknown as DocumentAnswer;
  const looks = [0, 1].map((id) => ({ id, colour: id, name: `Cluster ${id + 1}` }));
  const said = framesOf(2).map((frame) => describe(answer, frame, looks, 0.2, OF_INDIVIDUALS));
  expect(said[0].sentence).toMatch(/^3 alleles of the individual are known\./);
  for (const { sentence, label } of said)
    expect(`${sentence} ${label}`).not.toMatch(/\b(words?|topics?|documents?)\b/);
});
