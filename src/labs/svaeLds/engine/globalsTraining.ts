/** Training of the dynamics alone, while the networks rest (thesis 6.2.4). */
import { fillNormal, forkRandom } from '../../../math/random.ts';
import { OK, type Status } from '../../../math/status.ts';
import { BatchSampler } from '../../../svae/batches.ts';
import type { NodePotentials } from '../../../svae/graphicalModel.ts';
import { gatherRows, type Trainer } from '../../../svae/trainer.ts';
import type { LinearDynamics } from './dynamics.ts';

/**
 * Node potentials are computed once; then each step infers the windows of a batch and moves eta
 * along eta_0 + (N / B) statistics - eta (thesis 3.14). No gradient goes through the networks: they
 * rest, and the second term of the natural gradient (3.20), which would need one, is left out. The
 * decoder runs forward alone, for the bound.
 */
export class GlobalsTraining {
  private readonly trainer: Trainer;
  private readonly model: LinearDynamics;
  private readonly batches: BatchSampler;
  private readonly seed: number;
  private readonly expected: Float64Array;
  private readonly direction: Float64Array;
  /** N x d each; null until they are needed. */
  private all: NodePotentials | null = null;
  /** B x d each. */
  private readonly batch: NodePotentials;
  private readonly noise: Float64Array;
  /** B x D */
  private readonly values: Float32Array;

  constructor(trainer: Trainer, model: LinearDynamics, batchRows: number, seed: number) {
    this.trainer = trainer;
    this.model = model;
    this.seed = seed;
    this.batches = new BatchSampler(trainer.data.rows, batchRows, trainer.sequenceLength);
    const zeros = (length: number) => new Float64Array(length);
    this.expected = zeros(model.parameterLength);
    this.direction = zeros(model.parameterLength);
    const size = this.batches.rows.length * model.latentDimension;
    this.batch = { precision: zeros(size), linear: zeros(size) };
    this.noise = zeros(size);
    this.values = new Float32Array(this.batches.rows.length * trainer.data.dimension);
  }

  /** The networks have changed since the potentials were computed. */
  forget(): void {
    this.all = null;
  }

  step(naturalStep: number): Status {
    const { trainer, model, expected, direction, batch, noise } = this;
    const { data, natural } = trainer;
    // A stream per step: nothing to save, and a loaded run goes on as it would have.
    const random = forkRandom(this.seed, `globals ${trainer.step}`);
    const rows = this.batches.draw(random);
    fillNormal(random, noise);
    this.all ??= this.encodeAll();
    gather(this.all.precision, rows, model.latentDimension, batch.precision);
    gather(this.all.linear, rows, model.latentDimension, batch.linear);
    const known = model.expectedStatistics(natural, expected);
    if (!known.ok) return known;
    const { sequenceLength } = trainer;
    const local = model.infer({ potentials: batch, expected, noise, rows, sequenceLength });
    if (!local.status.ok) return local.status;
    gatherRows(data, rows, this.values);
    const seen = trainer.networks.logLikelihood(local.samples, this.values, rows.length);
    const bounded = trainer.takeBound(seen, local.localKl, rows.length);
    if (!bounded.ok) return bounded;
    const scale = data.rows / rows.length;
    for (let i = 0; i < natural.length; i++)
      direction[i] = model.prior[i] - natural[i] + scale * local.statistics[i];
    const moved = trainer.moveGlobals(direction, naturalStep);
    if (!moved.ok) return moved;
    // Whole windows of a network at rest shake little, and an average would lag behind.
    trainer.average.natural.set(natural);
    trainer.step += 1;
    return OK;
  }

  private encodeAll(): NodePotentials {
    const { data, networks } = this.trainer;
    const { precision, linear } = networks.potentials(data.values, data.rows);
    return { precision: precision.slice(), linear: linear.slice() };
  }
}

/** Rows of N x d into B x d. */
function gather(from: Float64Array, rows: Int32Array, dimension: number, to: Float64Array): void {
  for (let b = 0; b < rows.length; b++)
    for (let i = 0; i < dimension; i++) to[b * dimension + i] = from[rows[b] * dimension + i];
}
