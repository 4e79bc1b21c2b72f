import type { InferenceGradients } from '../../../../svae/graphicalModel.ts';
import type { SeveralDraws } from '../../../../svae/severalDraws.ts';
import type { FullPosteriors } from './fullPosteriors.ts';

/** K draws of each full q(x) of a batch under the prior N(0, I), with the adjoint. B rows. */
export class FullDraws implements SeveralDraws {
  /** K */
  readonly draws: number;
  readonly samples: Float64Array;
  readonly logRatios: Float64Array;
  readonly ratioSlopes: Float64Array;
  private readonly batch: FullPosteriors;
  /** d: of the draw at hand. */
  private readonly direction: Float64Array;
  private noise: Float64Array = new Float64Array(0);

  constructor(batch: FullPosteriors, draws: number) {
    const { means, rowKl } = batch;
    this.batch = batch;
    this.draws = draws;
    this.samples = new Float64Array(means.length * draws);
    this.ratioSlopes = new Float64Array(means.length * draws);
    this.logRatios = new Float64Array(rowKl.length * draws);
    this.direction = new Float64Array(batch.dimension);
  }

  /** @param noise (B * K) x d, those of one row together; kept until the adjoint has run */
  draw(noise: Float64Array): void {
    const { batch, draws, direction, samples, logRatios, ratioSlopes } = this;
    const { means, factors, rowKl, dimension: d } = batch;
    this.noise = noise;
    for (let n = 0; n < rowKl.length; n++) {
      const at = n * d * d;
      let logVolume = 0;
      for (let i = 0; i < d; i++) logVolume += Math.log(factors[at + i * (d + 1)]);
      for (let draw = n * draws; draw < (n + 1) * draws; draw++) {
        const to = draw * d;
        batch.whiten(n, noise, to, direction);
        // What both densities owe to pi is gone from their ratio.
        let logRatio = logVolume;
        for (let i = 0; i < d; i++) {
          const e = noise[to + i];
          let x = means[n * d + i];
          for (let j = 0; j <= i; j++) x += factors[at + i * d + j] * noise[to + j];
          samples[to + i] = x;
          logRatio += (e * e - x * x) / 2;
          ratioSlopes[to + i] = direction[i] - x;
        }
        logRatios[draw] = logRatio;
      }
    }
  }

  backward(dSamples: Float64Array, dScores: Float64Array, dLocalKl: number): InferenceGradients {
    const { batch, draws, noise } = this;
    const { rowKl, dimension: d } = batch;
    for (let n = 0; n < rowKl.length; n++) {
      batch.begin(n, dLocalKl);
      for (let draw = n * draws; draw < (n + 1) * draws; draw++)
        batch.add(n, noise, dSamples, draw * d, dScores[draw]);
      batch.leave(n);
    }
    return batch.gradients;
  }
}
