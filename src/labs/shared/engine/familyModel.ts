/**
 * Graphical models whose globals are one exponential family under a prior, and whose local inference works
 * on batches. Letters as in `svae/graphicalModel.ts`.
 */
import type { ExponentialFamily } from '../../../distributions/exponentialFamily.ts';
import type { Random } from '../../../math/random.ts';
import { OK, type Status } from '../../../math/status.ts';
import type {
  GraphicalModel,
  InferenceGradients,
  InferenceRequest,
  LocalGradients,
  LocalInference,
} from '../../../svae/graphicalModel.ts';

/** Global parameters as natural parameters of a family, length P. */
export abstract class FamilyGlobals<Family extends ExponentialFamily> {
  /** d */
  readonly dimension: number;
  /** P */
  readonly length: number;
  readonly family: Family;
  abstract readonly prior: Float64Array;

  constructor(dimension: number, family: Family) {
    this.dimension = dimension;
    this.family = family;
    this.length = family.length;
  }

  validate(natural: Float64Array): Status {
    return this.family.validate(natural, 0);
  }

  /** E[t(theta)], length P, into `out`. */
  expectedStatistics(natural: Float64Array, out: Float64Array): Status {
    return this.family.expectedStatistics(natural, 0, out, 0);
  }

  /** KL(q(theta) || p(theta)) in nats. */
  kl(natural: Float64Array): number {
    return this.family.kl(natural, 0, this.prior, 0);
  }
}

/** Local inference for batches of one size, in memory made once. */
export abstract class ModelBatch implements LocalInference {
  readonly samples: Float64Array;
  abstract readonly statistics: Float64Array;
  status: Status = OK;
  localKl = 0;
  protected readonly gradients: InferenceGradients;
  protected request: InferenceRequest | null = null;

  constructor({ dimension, length }: FamilyGlobals<ExponentialFamily>, rowCount: number) {
    const size = rowCount * dimension;
    this.samples = new Float64Array(size);
    this.gradients = {
      dPrecision: new Float64Array(size),
      dLinear: new Float64Array(size),
      dExpected: new Float64Array(length),
    };
  }

  abstract infer(request: InferenceRequest): LocalInference;
  abstract backward(gradients: LocalGradients): InferenceGradients;

  /** The request that was inferred last. */
  protected inferred(): InferenceRequest {
    if (!this.request) throw new Error('backward needs an infer before it.');
    return this.request;
  }
}

export abstract class FamilyModel<
  Globals extends FamilyGlobals<ExponentialFamily>,
  Batch extends ModelBatch,
> implements GraphicalModel
{
  readonly globals: Globals;
  readonly latentDimension: number;
  readonly parameterLength: number;
  readonly prior: Float64Array;
  /** Of the last inference. */
  protected latest: Batch | null = null;
  /** One for every number of rows asked for: a training batch, and the rows a bound is taken at. */
  private readonly batches = new Map<number, Batch>();

  constructor(globals: Globals) {
    this.globals = globals;
    this.latentDimension = globals.dimension;
    this.parameterLength = globals.length;
    this.prior = globals.prior;
  }

  protected abstract newBatch(rows: number, sequenceLength: number): Batch;
  abstract saveState(): Float64Array;
  abstract restoreState(state: Float64Array): void;

  initialise(_encodings?: () => Float64Array, _random?: Random): Float64Array {
    return this.prior.slice();
  }

  expectedStatistics(natural: Float64Array, out: Float64Array): Status {
    return this.globals.expectedStatistics(natural, out);
  }

  globalKl(natural: Float64Array): number {
    return this.globals.kl(natural);
  }

  validate(natural: Float64Array): Status {
    return this.globals.validate(natural);
  }

  infer(request: InferenceRequest): LocalInference {
    const rows = request.rows.length;
    const batch = this.batches.get(rows) ?? this.newBatch(rows, request.sequenceLength);
    this.batches.set(rows, batch);
    this.latest = batch;
    return batch.infer(request);
  }
}
