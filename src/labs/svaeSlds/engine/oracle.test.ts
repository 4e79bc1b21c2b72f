import { describe, expect, it } from 'vitest';
import { switchingBar } from '../../../datasets/switchingBar.ts';
import { tempoDots } from '../../../datasets/tempoDots.ts';
import { adjustedRandIndex } from '../../../math/adjustedRandIndex.ts';
import { createRandom } from '../../../math/random.ts';
import { segmentationAccuracy } from '../../shared/data/segmentation.ts';
import { oracleStates } from './oracle.ts';

/** Lights with this noise see each coordinate of the dot with variance 0.01. */
const NOISE = 0.0857;

function meanScores(signal: 'two-tempo' | 'three-tempo', seeds: number) {
  let [index, accuracy] = [0, 0];
  for (let seed = 0; seed < seeds; seed++) {
    const settings = { pattern: signal, pixels: 12, steps: 600, dwell: 80, noise: NOISE };
    const dataset = tempoDots(settings, createRandom(seed));
    const truth = dataset.labels ?? new Int32Array(0);
    const found = oracleStates({ signal, dwell: 80, noise: NOISE }, dataset) ?? new Int32Array(600);
    index += adjustedRandIndex(found, truth) / seeds;
    accuracy += (segmentationAccuracy(found, truth, 3, 3) ?? 0) / seeds;
  }
  return { index, accuracy };
}

describe('the oracle', () => {
  it('nearly knows two tempos, and three a little less', () => {
    const two = meanScores('two-tempo', 8);
    const three = meanScores('three-tempo', 8);
    expect(two.index).toBeGreaterThan(0.95);
    expect(three.index).toBeGreaterThan(0.9);
  });

  it('knows a bar that is clearly seen, turning round at its limits too, and errs where noise hides it', () => {
    for (const [noise, least, most] of [
      [0.02, 0.99, 1],
      [0.4, 0.2, 0.95],
    ]) {
      const settings = { pixels: 20, steps: 450, dwell: 10, noise };
      const dataset = switchingBar(settings, createRandom(3));
      const found = oracleStates({ signal: 'bar', dwell: 10, noise }, dataset) ?? [];
      const index = adjustedRandIndex(found, dataset.labels ?? []);
      expect(index).toBeGreaterThanOrEqual(least);
      expect(index).toBeLessThanOrEqual(most);
    }
  });

  it('is there for generated series alone', () => {
    const dataset = { values: new Float32Array(6), rows: 2, dimension: 3 };
    expect(oracleStates({ signal: 'own', dwell: 80, noise: 0.1 }, dataset)).toBeNull();
  });
});
