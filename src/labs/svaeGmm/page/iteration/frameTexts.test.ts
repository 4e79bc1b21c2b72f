import { describe, expect, it } from 'vitest';
import { renderFormula } from '../../../../ui/renderFormula.ts';
import type { ClusterSummary, IterationInspection } from '../../snapshot.ts';
import * as explained from '../../texts/formulas.ts';
import { framesOf } from './frames.ts';
import { describeFrame, slopeAtCentre } from './frameTexts.ts';
import { packScene, sceneDomain, unpackScene } from './scene.ts';
import { scenePlane } from './scenePlane.ts';

function inspection(d: number): IterationInspection {
  const vector = (start: number) => Array.from({ length: d }, (_, i) => start - i);
  const matrix = (diagonal: number) =>
    Array.from({ length: d * d }, (_, i) => (i % (d + 1) === 0 ? diagonal : 0.1));
  const cluster = (id: number, count: number): ClusterSummary => ({
    id,
    weight: 0.5,
    count,
    mean: vector(id),
    covariance: matrix(2),
    removed: false,
  });
  const sweep = (r: number) => ({
    responsibilities: [r, 1 - r],
    mean: vector(r),
    covariance: matrix(r),
    objective: r,
    message: { precision: matrix(0.5), linear: vector(1) },
  });
  return {
    kind: 'iteration',
    row: 4,
    observation: [1.234, -5],
    clusters: [cluster(0, 10), cluster(1, 20)],
    potential: {
      mean: vector(0.5),
      variance: vector(9),
      precision: vector(4),
      linear: vector(2),
    },
    start: 'uniform',
    sweeps: [sweep(0.5), sweep(0.75), sweep(0.9)],
    sample: vector(1),
    noise: vector(-1),
    decoded: { mean: [1, -4], variance: [0.25, 1] },
    logLikelihood: -3.5,
    localKl: 1.25,
    gradients: { sample: vector(0.3), precision: vector(0.1), linear: vector(-0.2) },
    step: {
      cluster: 0,
      before: cluster(0, 10),
      after: { ...cluster(0, 10.5), mean: vector(0.25) },
      stepSize: 0.1,
      expectedCount: 15,
    },
  };
}

describe('what is said about a frame', () => {
  it.each([1, 2, 3])('has formulas that can be set, in %i latent dimensions', (d) => {
    for (const frame of framesOf(3)) {
      const { tex, sentence } = describeFrame(inspection(d), frame);
      expect(renderFormula(tex, true), tex).not.toContain('katex-error');
      expect(sentence).not.toMatch(/NaN|undefined/);
      // Symbols come in pairs of asterisks.
      expect(sentence.split('*').length % 2).toBe(1);
    }
  });

  it('adds up in every sweep, digit by digit', () => {
    const { tex } = describeFrame(inspection(2), { stage: 'infer', sweep: 1 });
    expect(tex).toContain('4.00 & \\!\\!0 \\\\ 0 & \\!\\!3.00');
    expect(tex).toContain('0.50 & \\!\\!0.10 \\\\ 0.10 & \\!\\!0.50');
    expect(tex).toContain('4.50 & \\!\\!0.10 \\\\ 0.10 & \\!\\!3.50');
  });

  it('takes the local KL from the log likelihood', () => {
    const { tex } = describeFrame(inspection(2), { stage: 'decode', sweep: 2 });
    expect(tex).toContain('-3.500 - 1.250 &= -4.750');
  });

  it('moves the count by rho of the difference', () => {
    const { tex } = describeFrame(inspection(2), { stage: 'update', sweep: 2 });
    expect(tex).toContain('10.50 &= 10.00 + 0.1\\,(15.00 - 10.00)');
  });

  it('turns the slope with respect to h into one of the centre h / J', () => {
    expect(slopeAtCentre(inspection(2))).toEqual([4 * -0.2, 3 * -1.2]);
  });
});

describe('the scene', () => {
  const plane = scenePlane(inspection(2), [0, 1]);

  it('moves the cluster in the last frame only, and asks none before the first sweep', () => {
    const now = (stage: 'encode' | 'infer' | 'update', sweep: number) =>
      unpackScene(packScene(inspection(2), { stage, sweep }, plane));
    expect(now('encode', 0).responsibilities).toEqual([0, 0]);
    expect(now('infer', 1).responsibilities).toEqual([0.75, 0.25]);
    expect(now('infer', 1).posterior.mean).toEqual([0.75, -0.25]);
    expect(now('infer', 2).updated.mean).toEqual([0, -1]);
    expect(now('update', 2).updated.mean).toEqual([0.25, -0.75]);
  });

  it('shows all that happens to the point', () => {
    const { x, y, half } = sceneDomain(inspection(2), plane);
    for (const [px, py] of [
      [1, 0],
      [0.5, -0.5],
      [0.9, -0.1],
    ]) {
      expect(Math.abs(px - x)).toBeLessThan(half);
      expect(Math.abs(py - y)).toBeLessThan(half);
    }
  });

  it('is drawn in the dimensions the stage shows', () => {
    const { xLabel, yLabel, point, gaussian } = scenePlane(inspection(3), [2, 0]);
    expect([xLabel, yLabel]).toEqual(['latent dimension 3', 'latent dimension 1']);
    expect(point([7, 8, 9], 'hint')).toEqual([9, 7]);
    const covariance = [1, 12, 13, 12, 2, 23, 13, 23, 3];
    expect(gaussian([7, 8, 9], covariance, 'posterior')).toEqual({
      mean: [9, 7],
      covariance: { xx: 3, xy: 13, yy: 1 },
    });
    // Dimensions the model does not have.
    expect(scenePlane(inspection(2), [2, 0]).xLabel).toBe('latent dimension 1');
  });

  it('has rows where the latent space is a line', () => {
    const line = scenePlane(inspection(1), [0, 1]);
    const [hint, posterior, clusters] = (['hint', 'posterior', 'clusters'] as const).map((row) =>
      line.gaussian([3], [4], row),
    );
    for (const { mean, covariance } of [hint, posterior, clusters]) {
      expect([mean[0], covariance.xx]).toEqual([3, 4]);
    }
    // Ellipses two standard deviations high do not meet.
    const reach = 2 * Math.sqrt(posterior.covariance.yy);
    expect(hint.mean[1] - reach).toBeGreaterThan(posterior.mean[1] + reach);
    expect(posterior.mean[1] - reach).toBeGreaterThan(clusters.mean[1] + reach);
  });
});

it('has an explanation whose formulas can be set', () => {
  for (const formula of Object.values(explained)) {
    const html = renderFormula(formula.tex, true);
    expect(html).not.toContain('katex-error');
    for (const { name } of formula.symbols) expect(html).toContain(`data-symbol="${name}"`);
  }
});
