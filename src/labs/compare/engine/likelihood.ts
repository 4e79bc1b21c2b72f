/** The log-likelihood of all three models on the same rows, by the same estimator. */
import type { Points } from '../../../datasets/dataset.ts';
import type { LogLikelihoodEstimate } from '../../../inference/importanceWeighting/estimate.ts';
import { forkRandom } from '../../../math/random.ts';
import { heldOutPlanarPoints } from '../../shared/engine/planarData.ts';
import type { CompareSettings } from '../settings.ts';
import type { CompareQuery, EvaluationData, LikelihoodInspection } from '../snapshot.ts';
import type { Members } from './members.ts';

/** More rows tell little more about three models, and cost time. */
const MOST_ROWS = 500;
const MOST_SAMPLES = 4096;

type LikelihoodQuery = Extract<CompareQuery, { kind: 'likelihood' }>;

/** Rows that likelihoods are compared on. */
export class LikelihoodRows {
  readonly evaluationData: EvaluationData;
  private readonly values: Float32Array;
  private readonly dimension: number;
  private readonly seed: number;

  constructor(settings: CompareSettings, dataset: Points, seed: number) {
    const heldOut = heldOutPlanarPoints(settings, seed, dataset);
    this.dimension = dataset.dimension;
    this.seed = seed;
    this.values = everySo(heldOut ?? dataset.values, dataset.dimension);
    this.evaluationData = {
      data: heldOut ? 'held-out' : 'training',
      rows: this.values.length / dataset.dimension,
    };
  }

  /** The answer depends on the query, the model and the seed alone. */
  measure(members: Members, query: LikelihoodQuery, step: number): LikelihoodInspection {
    const { model, from, rows, samples } = query;
    checkQuery(query, this.evaluationData.rows);
    const d = this.dimension;
    const values = this.values.subarray(from * d, (from + rows) * d);
    const random = forkRandom(this.seed, `likelihood of ${model} from row ${from}`);
    const estimate: LogLikelihoodEstimate = members[model].sampledLogLikelihoodOf(
      values,
      samples,
      random,
    );
    const exact = model === 'gmm' ? members.gmm.logLikelihoodOf(values) : null;
    return { kind: 'likelihood', model, step, rows, ...estimate, exact };
  }
}

/** At most MOST_ROWS rows, evenly over all: generated data come class by class. */
function everySo(values: Float32Array, d: number): Float32Array {
  const all = values.length / d;
  if (all <= MOST_ROWS) return values;
  const chosen = new Float32Array(MOST_ROWS * d);
  for (let row = 0; row < MOST_ROWS; row++) {
    const from = Math.floor((row * all) / MOST_ROWS) * d;
    chosen.set(values.subarray(from, from + d), row * d);
  }
  return chosen;
}

function checkQuery({ from, rows, samples }: LikelihoodQuery, all: number): void {
  const areWhole = [from, rows, samples].every(Number.isInteger);
  if (!areWhole || from < 0 || rows < 1 || from + rows > all) {
    throw new RangeError(
      `A likelihood needs a whole number of rows within 0 to ${all}; this request is for ${rows} rows from ${from}.`,
    );
  }
  if (samples < 2 || samples > MOST_SAMPLES) {
    throw new RangeError(`Samples per row can be 2 to ${MOST_SAMPLES}, not ${samples}.`);
  }
}
