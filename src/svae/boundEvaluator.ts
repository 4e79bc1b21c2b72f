/** The evidence lower bound of a whole data set, for comparing one model with another. */
import type { Random } from '../math/random.ts';
import { fillNormal } from '../math/random.ts';
import type { Autoencoder } from '../networks/autoencoder.ts';
import type { GraphicalModel } from './graphicalModel.ts';
import { gatherRows, type TrainingData } from './trainer.ts';

/** More rows would make a look at the bound longer than a display frame. */
const MOST_ROWS = 1000;

export interface EvaluatorSetup<Edit, Summary> {
  readonly model: GraphicalModel<Edit, Summary>;
  /** Networks of the evaluator's own, or shared with whoever sets their parameters before use. */
  readonly networks: Autoencoder;
  readonly data: TrainingData;
  /** Consecutive rows that belong together; 1 for independent data. */
  readonly sequenceLength: number;
  /** Draws the noise, once and for all: two bounds then compare models and not luck. */
  readonly random: Random;
}

/** Looks at all rows, or at evenly spread windows where there are more than `MOST_ROWS`. */
export class BoundEvaluator<Edit, Summary> {
  private readonly setup: EvaluatorSetup<Edit, Summary>;
  private readonly rows: Int32Array;
  private readonly values: Float32Array;
  private readonly noise: Float64Array;
  private readonly expected: Float64Array;

  constructor(setup: EvaluatorSetup<Edit, Summary>) {
    const { model, data, sequenceLength, random } = setup;
    this.setup = setup;
    this.rows = spreadRows(data.rows, sequenceLength);
    this.values = new Float32Array(this.rows.length * data.dimension);
    gatherRows(data, this.rows, this.values);
    this.noise = new Float64Array(this.rows.length * model.latentDimension);
    fillNormal(random, this.noise);
    this.expected = new Float64Array(model.parameterLength);
  }

  /**
   * Bound per datum in nats at these network parameters and this eta; minus infinity where it
   * does not exist. `look` runs while the model still holds the local factors it was taken at;
   * warm starts are what they were before.
   */
  evaluate(parameters: Float32Array, natural: Float64Array, look: () => void = () => {}): number {
    const { model, networks, data, sequenceLength } = this.setup;
    const { rows, values, noise, expected } = this;
    if (!model.expectedStatistics(natural, expected).ok) return Number.NEGATIVE_INFINITY;
    networks.setParameters(parameters);
    const warmStarts = model.saveState();
    const potentials = networks.potentials(values, rows.length);
    const local = model.infer({ potentials, expected, noise, rows, sequenceLength });
    if (local.status.ok) look();
    model.restoreState(warmStarts);
    if (!local.status.ok) return Number.NEGATIVE_INFINITY;
    const reconstruction = networks.logLikelihood(local.samples, values, rows.length);
    const bound =
      (reconstruction - local.localKl) / rows.length - model.globalKl(natural) / data.rows;
    return Number.isNaN(bound) ? Number.NEGATIVE_INFINITY : bound;
  }
}

/** Rows of windows of `length`, spread evenly over N rows, at most `MOST_ROWS` or one window. */
function spreadRows(dataRows: number, length: number): Int32Array {
  const available = Math.floor(dataRows / length);
  const windows = Math.max(1, Math.min(available, Math.floor(MOST_ROWS / length)));
  const rows = new Int32Array(windows * length);
  for (let w = 0; w < windows; w++) {
    const start = Math.floor((w * available) / windows) * length;
    for (let t = 0; t < length; t++) rows[w * length + t] = start + t;
  }
  return rows;
}
