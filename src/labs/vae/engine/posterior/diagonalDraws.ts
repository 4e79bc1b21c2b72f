import type { InferenceGradients } from '../../../../svae/graphicalModel.ts';
import type { SeveralDraws } from '../../../../svae/severalDraws.ts';
import type { DiagonalPosteriors } from './diagonalPosteriors.ts';

/** K draws of each q(x) of a batch under the prior N(0, I), with the adjoint. B rows. */
export class DiagonalDraws implements SeveralDraws {
  /** K */
  readonly draws: number;
  readonly samples: Float64Array;
  readonly logRatios: Float64Array;
  readonly ratioSlopes: Float64Array;
  private readonly batch: DiagonalPosteriors;
  /** d: of the row at hand. */
  private readonly deviations: Float64Array;
  private noise: Float64Array = new Float64Array(0);

  constructor(batch: DiagonalPosteriors, draws: number) {
    const { means, rowKl } = batch;
    this.batch = batch;
    this.draws = draws;
    this.samples = new Float64Array(means.length * draws);
    this.ratioSlopes = new Float64Array(means.length * draws);
    this.logRatios = new Float64Array(rowKl.length * draws);
    this.deviations = new Float64Array(means.length / rowKl.length);
  }

  /** @param noise (B * K) x d, those of one row together; kept until the adjoint has run */
  draw(noise: Float64Array): void {
    const { batch, draws, deviations, samples, logRatios, ratioSlopes } = this;
    const { means, variances, rowKl } = batch;
    const d = deviations.length;
    this.noise = noise;
    let to = 0;
    for (let n = 0; n < rowKl.length; n++) {
      let logVolume = 0;
      for (let i = 0; i < d; i++) {
        deviations[i] = Math.sqrt(variances[n * d + i]);
        logVolume += Math.log(deviations[i]);
      }
      for (let at = n * draws; at < (n + 1) * draws; at++) {
        // What both densities owe to pi is gone from their ratio.
        let logRatio = logVolume;
        for (let i = 0; i < d; i++) {
          const e = noise[to];
          const x = means[n * d + i] + deviations[i] * e;
          samples[to] = x;
          logRatio += (e * e - x * x) / 2;
          ratioSlopes[to++] = e / deviations[i] - x;
        }
        logRatios[at] = logRatio;
      }
    }
  }

  backward(dSamples: Float64Array, dScores: Float64Array, dLocalKl: number): InferenceGradients {
    const { batch, draws, noise } = this;
    const { means, variances, rowKl } = batch;
    const d = means.length / rowKl.length;
    for (let at = 0; at < means.length; at++) {
      const i = at % d;
      const first = (at - i) * draws + i;
      const deviation = Math.sqrt(variances[at]);
      let dMean = dLocalKl * means[at];
      let dDeviation = dLocalKl * (deviation - 1 / deviation);
      for (let k = 0; k < draws; k++) {
        const e = noise[first + k * d];
        const along = dSamples[first + k * d];
        const score = dScores[((at - i) / d) * draws + k] / deviation;
        dMean += along + score * e;
        dDeviation += along * e + score * (e * e - 1);
      }
      batch.leave(at, dMean, dDeviation / (2 * deviation));
    }
    return batch.gradients;
  }
}
