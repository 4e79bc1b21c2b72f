import { describe, expect, it } from 'vitest';
import { renderFormula } from '../../../../ui/renderFormula.ts';
import { firstFrameOf } from '../../../shared/slowMotion/stepper.ts';
import type { TrackingInspection } from '../../snapshot.ts';
import { framesOf, sameFrame, type TrackingStage } from './frames.ts';
import { describeFrame } from './texts.ts';
import { trackedCoordinate, trackedPlane } from './tracked.ts';

/** A Gaussian with precision `j` times I around (x, -x). */
function gaussian(j: number, x: number) {
  return {
    precision: [j, 0, 0, j],
    linear: [j * x, -j * x],
    mean: [x, -x],
    covariance: [1 / j, 0, 0, 1 / j],
  };
}

const inspection: TrackingInspection = {
  kind: 'tracking',
  transition: [0, -1, 1, 0],
  pair: { J11: [20, 0, 0, 20], J12: [0, -20, 20, 0], J22: [20, 0, 0, 20] },
  truth: [
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  observations: [1.25, null, -0.5],
  steps: [0, 1, 2].map((t) => ({
    predicted: gaussian(4, t),
    filtered: gaussian(t === 1 ? 4 : 10, t + 0.1),
    smoothed: gaussian(t === 2 ? 10 : 16, t + 0.2),
    conditional: gaussian(30, t + 0.3),
    sample: [t + 0.5, t - 0.5],
  })),
};
const frames = framesOf(3);
const describeAt = (stage: TrackingStage, step: number) =>
  describeFrame(inspection, { stage, step });

describe('frames', () => {
  it('go forwards by predict and condition, then back twice', () => {
    expect(frames.map(({ stage, step }) => `${stage} ${step}`)).toEqual([
      ...['predict 0', 'condition 0', 'predict 1', 'condition 1', 'predict 2', 'condition 2'],
      ...['smooth 2', 'smooth 1', 'smooth 0', 'sample 2', 'sample 1', 'sample 0'],
    ]);
    expect(firstFrameOf(frames, 'smooth')).toBe(6);
  });

  it('keep stage and step when the example changes', () => {
    expect(sameFrame({ stage: 'smooth', step: 1 }, frames)).toBe(7);
    expect(sameFrame({ stage: 'condition', step: 9 }, frames)).toBe(5);
  });
});

describe('what is drawn', () => {
  it('is what has been computed so far', () => {
    const known = (stage: TrackingStage, step: number) => {
      const { predicted, filtered, smoothed } = trackedCoordinate(inspection, {
        stage,
        step,
      }).tracks;
      return [predicted?.known, filtered?.known, smoothed?.known];
    };
    expect(known('predict', 1)).toEqual([[0, 2], [0, 1], undefined]);
    expect(known('condition', 1)).toEqual([[0, 2], [0, 2], undefined]);
    expect(known('smooth', 1)).toEqual([
      [0, 3],
      [0, 3],
      [1, 3],
    ]);
    expect(known('sample', 1)).toEqual([
      [0, 3],
      [0, 3],
      [0, 3],
    ]);
  });

  it('is the first coordinate, or the plane, of which nothing is seen', () => {
    const time = trackedCoordinate(inspection, { stage: 'sample', step: 1 });
    expect(time.truth).toEqual([1, 0, -1]);
    expect(time.observations).toEqual([1.25, Number.NaN, -0.5]);
    expect(time.tracks.filtered?.covariances).toEqual([0.1, 0.25, 0.1]);
    expect(time.sample).toEqual([Number.NaN, 1.5, 2.5]);
    const plane = trackedPlane(inspection, { stage: 'predict', step: 0 });
    expect(plane.truth).toEqual([1, 0, 0, 1, -1, 0]);
    expect(plane.observations.every(Number.isNaN)).toBe(true);
    expect(plane.tracks.predicted?.means).toEqual([0, -0, 1, -1, 2, -2]);
    expect(plane.tracks.predicted?.covariances).toHaveLength(12);
    expect(plane.sample).toBeNull();
  });
});

describe('what is said', () => {
  it('has formulas that can be set, and whole sentences', () => {
    for (const frame of frames) {
      const { tex, sentence, label } = describeFrame(inspection, frame);
      expect(renderFormula(tex, true), tex).not.toContain('katex-error');
      expect(sentence).not.toMatch(/NaN|undefined/);
      expect(sentence.split('*').length % 2).toBe(1);
      expect(label).not.toBe('');
    }
  });

  const diagonal = (j: number) => `${j.toFixed(1)} & \\!\\!0 \\\\ 0 & \\!\\!${j.toFixed(1)}`;
  const row = (tex: string) => tex.split('&=').at(-1) ?? '';

  it('predicts by taking from J22 what the noise of a step costs', () => {
    const rest = row(describeAt('predict', 1).tex);
    expect(rest.indexOf(diagonal(20))).toBeLessThan(rest.indexOf(diagonal(16)));
    expect(describeAt('predict', 0).tex).toContain('Q_1^{-1}');
  });

  it('adds the potential of what is seen, and none where nothing is', () => {
    expect(describeAt('condition', 0).tex).toContain(diagonal(6));
    expect(describeAt('condition', 0).sentence).toContain('1.25');
    expect(describeAt('condition', 1).sentence).toContain('There is no observation at step 1');
    expect(describeAt('condition', 1).tex).toContain('0 & \\!\\!0 \\\\ 0 & \\!\\!0');
  });

  it('adds what the future knows', () => {
    expect(row(describeAt('smooth', 0).tex)).toContain(diagonal(6));
    expect(describeAt('smooth', 0).sentence).toContain('moves by (0.10, −0.10)');
    expect(describeAt('smooth', 2).sentence).toContain('no later observations');
  });

  it('draws given the draw of the next step', () => {
    expect(describeAt('sample', 1).tex).toContain(diagonal(30));
    expect(describeAt('sample', 1).sentence).toContain('The draw is (1.50, 0.50)');
    expect(describeAt('sample', 2).sentence).toContain('from its end');
  });
});
