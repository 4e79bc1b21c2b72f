/** The evidence lower bound of a whole data set, for comparing one model with another. */
import { fillNormal, type Random, shuffle } from '../math/random.ts';
import type { Autoencoder } from '../networks/autoencoder.ts';
import { type Bound, emptyBound, putTogether } from './bound.ts';
import type { GraphicalModel, LocalInference, Proposal } from './graphicalModel.ts';
import { gatherRows, type TrainingData } from './trainer.ts';

/** Rows that changes are proposed by: enough to see what is worth a trial, and quick to evaluate. */
const PROPOSING_ROWS = 1000;
/** Rows that bounds are taken on: all of them up to here, beyond it a sample this large. */
const JUDGING_ROWS = 5000;

/** How many of so many rows a bound is taken on. */
export const judgedRows = (rows: number): number => Math.min(rows, JUDGING_ROWS);

export interface EvaluatorSetup {
  readonly model: GraphicalModel;
  /** Networks of the evaluator's own, or shared with a caller that sets their parameters before use. */
  readonly networks: Autoencoder;
  readonly data: TrainingData;
  /** Consecutive rows that belong together; 1 for independent data. */
  readonly sequenceLength: number;
  /** Draws the noise, once and for all: two bounds then compare models and not luck. */
  readonly random: Random;
}

/** Some rows of the data set, with the noise of their samples. */
interface Probe {
  readonly rows: Int32Array;
  /** Length of `rows` x D. */
  readonly values: Float32Array;
  /** Length of `rows` x d. */
  readonly noise: Float64Array;
}

/**
 * Takes bounds on all rows, and finds from some of them what could be changed. Rows
 * are drawn, as windows where they form sequences: data often come in an order.
 */
export class BoundEvaluator {
  private readonly setup: EvaluatorSetup;
  private readonly judging: Probe;
  private readonly proposing: Probe;
  private readonly expected: Float64Array;

  constructor(setup: EvaluatorSetup) {
    this.setup = setup;
    this.judging = makeProbe(setup, JUDGING_ROWS);
    this.proposing = makeProbe(setup, PROPOSING_ROWS);
    this.expected = new Float64Array(setup.model.parameterLength);
  }

  /**
   * Bound per datum in nats at these network parameters and this eta; its total is minus infinity
   * where it does not exist. Warm starts are what they were before.
   *
   * @param onWayToDecoder changes the sampled latents (rows x d) in place before they are decoded
   */
  evaluate(
    parameters: Float32Array,
    natural: Float64Array,
    onWayToDecoder?: (latents: Float64Array) => void,
  ): Bound {
    const { model, networks, data } = this.setup;
    const out = emptyBound();
    this.infer(this.judging, parameters, natural, (local) => {
      const { rows, values } = this.judging;
      onWayToDecoder?.(local.samples);
      const logLikelihood = networks.logLikelihood(local.samples, values, rows.length);
      const globalKl = model.globalKl(natural);
      putTogether(out, rows.length, data.rows, logLikelihood, local.localKl, globalKl);
    });
    return out;
  }

  /** Changes the model proposes there; none where inference fails. */
  propose(parameters: Float32Array, natural: Float64Array): readonly Proposal[] {
    let proposals: readonly Proposal[] = [];
    this.infer(this.proposing, parameters, natural, () => {
      proposals = this.setup.model.propose?.() ?? [];
    });
    return proposals;
  }

  /** Calls `see` while the model holds the local factors of the rows, unless inference fails. */
  private infer(
    { rows, values, noise }: Probe,
    parameters: Float32Array,
    natural: Float64Array,
    see: (local: LocalInference) => void,
  ): void {
    const { model, networks, sequenceLength } = this.setup;
    const { expected } = this;
    if (!model.expectedStatistics(natural, expected).ok) return;
    networks.setParameters(parameters);
    const warmStarts = model.saveState();
    const potentials = networks.potentials(values, rows.length);
    const local = model.infer({ potentials, expected, noise, rows, sequenceLength });
    if (local.status.ok) see(local);
    model.restoreState(warmStarts);
  }
}

function makeProbe(
  { model, data, sequenceLength, random }: EvaluatorSetup,
  mostRows: number,
): Probe {
  const rows = drawRows(data.rows, sequenceLength, mostRows, random);
  const values = new Float32Array(rows.length * data.dimension);
  gatherRows(data, rows, values);
  const noise = new Float64Array(rows.length * model.latentDimension);
  fillNormal(random, noise);
  return { rows, values, noise };
}

/** Rows of windows of `length`, in order: all whole windows of N rows, or as many as fit into `most`. */
function drawRows(dataRows: number, length: number, most: number, random: Random): Int32Array {
  const windows = Int32Array.from({ length: Math.floor(dataRows / length) }, (_, w) => w);
  const count = Math.min(windows.length, Math.max(1, Math.floor(most / length)));
  if (count < windows.length) shuffle(random, windows, count);
  const rows = new Int32Array(count * length);
  windows.subarray(0, count).sort();
  for (let i = 0; i < rows.length; i++) {
    rows[i] = windows[Math.floor(i / length)] * length + (i % length);
  }
  return rows;
}
