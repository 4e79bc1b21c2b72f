import { expect, it } from 'vitest';
import { makeNormalGammaTarget, normalGammaLogJoint } from '../normalGamma.ts';
import { NormalGammaPosterior } from './normalGammaPosterior.ts';
import { CELLS, cellOf, middlesOf } from './posterior.ts';

it('fills its grid with the log joint of each cell, and holds all but the tails of the evidence', () => {
  const prior = { mean: 0.5, scale: 0.2, shape: 2, rate: 0.7 };
  const data = [0.3, -0.4, 2.2];
  const { box, grid, logEvidence } = new NormalGammaPosterior(data, prior);
  const target = makeNormalGammaTarget(data, prior);
  const [mus, taus] = [middlesOf(box, 0), middlesOf(box, 1)];
  const logArea = Math.log(cellOf(box, 0) * cellOf(box, 1));
  for (let at = 0; at < CELLS * CELLS; at += 97) {
    const expected = normalGammaLogJoint(target, mus[at % CELLS], taus[Math.floor(at / CELLS)]);
    expect(grid.logWeights[at]).toBeCloseTo(expected + logArea, 9);
  }
  expect(grid.logEvidence).toBeCloseTo(logEvidence, 1);
});
