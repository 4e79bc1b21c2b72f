import { describe, expect, it } from 'vitest';
import { framePerStage, sameStage } from '../../../shared/slowMotion/stepper.ts';
import type { ReparameterisationInspection } from '../../snapshot.ts';
import { describeFrame, stageNames } from './frames.ts';
import { domainOf, sceneOf } from './scene.ts';

const FRAMES = framePerStage(stageNames);

const inspection: ReparameterisationInspection = {
  kind: 'reparameterisation',
  row: 0,
  observation: [1, 2],
  potentialMean: [0.6, -0.4],
  mean: [0.5, -0.3],
  deviation: [0.2, 0.4],
  factor: null,
  noise: [1, -1],
  sample: [0.7, -0.7],
  decoded: { mean: [1, 2], variance: [4, 9] },
  isBernoulli: false,
  logLikelihood: -3.5,
  kl: 1.25,
  gradients: { sample: [1, 2], mean: [0.5, 2.3], spread: [3, -2] },
};

/** Correlated, with the same deviations. */
const FULL: ReparameterisationInspection = {
  ...inspection,
  factor: [0.2, 0, 0.24, 0.32],
  gradients: { ...inspection.gradients, spread: [3, 0, 1, -2] },
};

describe('the frames', () => {
  it('all have a sentence and a formula, for points and for pictures', () => {
    const picture = { ...inspection, observation: new Array<number>(16).fill(0) };
    for (const { stage } of FRAMES) {
      for (const seen of [inspection, picture, FULL]) {
        const { sentence, tex, label } = describeFrame(seen, stage, 2);
        expect(`${sentence}${tex}${label}`).not.toMatch(/NaN|undefined/);
        expect(sentence.split('*').length % 2, sentence).toBe(1);
      }
    }
    expect(describeFrame(picture, 'encode', 1).sentence).toContain('the picture');
    expect(describeFrame(FULL, 'sample', 1).tex).toContain(String.raw`\mu + F \varepsilon`);
  });

  it('weigh the KL with beta', () => {
    expect(describeFrame(inspection, 'objective', 2).tex).toContain('-6.00');
  });

  it('keep their place when the model changes', () => {
    expect(sameStage({ stage: 'decode' }, FRAMES)).toBe(3);
  });
});

describe('the scene', () => {
  it('carries the circle of the noise, and epsilon in it, to the posterior and the sample', () => {
    expect(sceneOf(inspection, 'noise', [0, 1])).toEqual([0, 0, 1, 0, 1, 1, -1]);
    const scene = sceneOf(inspection, 'sample', [0, 1]).map((value) => Number(value.toFixed(9)));
    expect(scene).toEqual([0.5, -0.3, 0.04, 0, 0.16, 0.7, -0.7]);
    const turned = sceneOf(FULL, 'sample', [1, 0]).map((value) => Number(value.toFixed(9)));
    expect(turned.slice(2, 5)).toEqual([0.16, 0.048, 0.04]);
  });

  it('lies on a line where there is one latent dimension', () => {
    const line = { mean: [0.5], deviation: [0.2], factor: null, noise: [1], sample: [0.7] };
    const scene = sceneOf(line, 'sample', [0, 1]).map((value) => Number(value.toFixed(9)));
    expect(scene).toEqual([0.5, 0, 0.04, 0, 0, 0.7, 0]);
    expect(domainOf(line, 'gradients', [0, 1])).toEqual([0.5, 0, 1]);
  });

  it('holds a posterior far from the prior', () => {
    expect(domainOf({ mean: [6, 8], deviation: [1, 1] }, 'encode', [0, 1])[2]).toBeCloseTo(11, 9);
  });
});
