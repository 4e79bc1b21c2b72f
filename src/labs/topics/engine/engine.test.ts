import { expect, it } from 'vitest';
import { opened } from './opened.fixture.ts';

it('takes steps of CAVI, to the last bit, where stochastic VI sees all documents with rho 1', () => {
  const engine = opened('race', { documents: 60, batch: 1000, kappa: 0, restarts: 1 });
  for (let step = 0; step < 20; step++) engine.train();
  const { arrays } = engine.save();
  expect(arrays['stochastic.lambda']).toEqual(arrays['batch0.lambda']);
  expect(arrays['stochastic.gamma']).toEqual(arrays['batch0.gamma']);
});

it('shows the bound of what is shown, also in the middle of a pass', () => {
  const large = { documents: 2000, topics: 50, restarts: 1 };
  const engine = opened('bars', large);
  // A pass takes two steps.
  for (let step = 0; step < 3; step++) engine.train();
  const restored = opened('bars', large);
  restored.load(engine.save());
  expect(engine.evaluate()).toEqual(restored.evaluate());
});

it('finds the ten bars, and shares nearly as well as with the true topics', () => {
  const engine = opened('bars', {});
  for (let step = 0; step < 100; step++) engine.train();
  const { topicsRecovered, shareError, oracleShareError } = engine.measure();
  expect(topicsRecovered).toBe(10);
  expect(oracleShareError).toBeGreaterThan(0.01);
  expect(shareError).toBeGreaterThan(oracleShareError ?? 1);
  expect(shareError).toBeLessThan(1.2 * (oracleShareError ?? 0));
});

it('finds the shares of individuals within .05', () => {
  const engine = opened('ancestry', {});
  for (let step = 0; step < 150; step++) engine.train();
  expect(engine.measure().shareError).toBeLessThan(0.05);
});

it('gives the shares of a document that its pictures have, before training rests, and its words by them', () => {
  const engine = opened('ancestry', {});
  for (let step = 0; step < 5; step++) engine.train();
  const answer = engine.inspect({ kind: 'document', document: 7 });
  if (answer.kind !== 'document') throw new Error(answer.kind);
  const gamma = Array.from(answer.gamma);
  const all = gamma.reduce((a, b) => a + b, 0);
  const asked = engine.inspect({
    kind: 'documents',
    topic: engine.snapshot().topics[0].id,
    count: 200,
  });
  if (asked.kind !== 'documents') throw new Error(asked.kind);
  expect(gamma[0] / all).toBeCloseTo(asked.shares[asked.documents.indexOf(7)], 6);
  const K = gamma.length;
  for (let at = 0; at < answer.responsibilities.length; at += K) {
    const own = answer.responsibilities.subarray(at, at + K);
    expect(own.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
  }
  // The update from the start goes on to rest.
  expect(Math.abs(answer.gammaSteps[answer.gammaSteps.length - K] - gamma[0])).toBeGreaterThan(
    0.01,
  );
});
