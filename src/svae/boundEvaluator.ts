/** The evidence lower bound of a whole data set, for comparing one model with another. */
import type { Random } from '../math/random.ts';
import { fillNormal } from '../math/random.ts';
import type { Autoencoder } from '../networks/autoencoder.ts';
import type { GraphicalModel, LocalInference } from './graphicalModel.ts';
import { type Bound, gatherRows, type TrainingData } from './trainer.ts';

/** More rows would make a look at the bound longer than a display frame. */
const MOST_ROWS = 1000;

export interface EvaluatorSetup {
  readonly model: GraphicalModel;
  /** Networks of the evaluator's own, or shared with whoever sets their parameters before use. */
  readonly networks: Autoencoder;
  readonly data: TrainingData;
  /** Consecutive rows that belong together; 1 for independent data. */
  readonly sequenceLength: number;
  /** Draws the noise, once and for all: two bounds then compare models and not luck. */
  readonly random: Random;
}

/** Some rows of the data set, with what looking at them takes. */
interface Look {
  readonly rows: Int32Array;
  /** Length of `rows` x D. */
  readonly values: Float32Array;
  /** Length of `rows` x d. */
  readonly noise: Float64Array;
}

/**
 * Looks at all rows. Where there are more than `MOST_ROWS`, at evenly spread windows; changes are
 * then proposed by other windows than those they are judged by, so that a change which fits its
 * own rows by chance has no advantage.
 */
export class BoundEvaluator {
  private readonly setup: EvaluatorSetup;
  private readonly judging: Look;
  /** The same as `judging` where that is all rows. */
  private readonly proposing: Look;
  private readonly expected: Float64Array;

  constructor(setup: EvaluatorSetup) {
    const { model, data, sequenceLength } = setup;
    this.setup = setup;
    this.judging = makeLook(setup, 0);
    const isWhole = data.rows - this.judging.rows.length < sequenceLength;
    this.proposing = isWhole ? this.judging : makeLook(setup, 0.5);
    this.expected = new Float64Array(model.parameterLength);
  }

  /**
   * Bound per datum in nats at these network parameters and this eta, written to `out`; its total
   * is minus infinity where it does not exist. `propose` runs while the model still holds the local
   * factors of the rows to propose by; warm starts are what they were before.
   */
  evaluate(
    parameters: Float32Array,
    natural: Float64Array,
    out: Bound,
    propose?: () => void,
  ): Bound {
    const { model, networks, data } = this.setup;
    out.total = Number.NEGATIVE_INFINITY;
    if (!model.expectedStatistics(natural, this.expected).ok) return out;
    networks.setParameters(parameters);
    const warmStarts = model.saveState();
    if (propose && this.proposing !== this.judging && this.infer(this.proposing).status.ok) {
      propose();
    }
    const local = this.infer(this.judging);
    if (propose && this.proposing === this.judging && local.status.ok) propose();
    model.restoreState(warmStarts);
    if (!local.status.ok) return out;
    const { rows, values } = this.judging;
    out.reconstruction = networks.logLikelihood(local.samples, values, rows.length) / rows.length;
    out.localKl = local.localKl / rows.length;
    out.globalKl = model.globalKl(natural) / data.rows;
    const total = out.reconstruction - out.localKl - out.globalKl;
    if (!Number.isNaN(total)) out.total = total;
    return out;
  }

  private infer({ rows, values, noise }: Look): LocalInference {
    const { model, networks, sequenceLength } = this.setup;
    const potentials = networks.potentials(values, rows.length);
    return model.infer({ potentials, expected: this.expected, noise, rows, sequenceLength });
  }
}

/** @param phase where in its stretch of the data each window lies, 0..1 */
function makeLook({ model, data, sequenceLength, random }: EvaluatorSetup, phase: number): Look {
  const rows = spreadRows(data.rows, sequenceLength, phase);
  const values = new Float32Array(rows.length * data.dimension);
  gatherRows(data, rows, values);
  const noise = new Float64Array(rows.length * model.latentDimension);
  fillNormal(random, noise);
  return { rows, values, noise };
}

/** Rows of windows of `length`, spread evenly over N rows, at most `MOST_ROWS` or one window. */
function spreadRows(dataRows: number, length: number, phase: number): Int32Array {
  const available = Math.floor(dataRows / length);
  const windows = Math.max(1, Math.min(available, Math.floor(MOST_ROWS / length)));
  const rows = new Int32Array(windows * length);
  for (let w = 0; w < windows; w++) {
    const start = Math.floor(((w + phase) * available) / windows) * length;
    for (let t = 0; t < length; t++) rows[w * length + t] = start + t;
  }
  return rows;
}
