/**
 * Adam (Kingma and Ba 2015, algorithm 1) on one flat parameter vector. Moments are Float64 and
 * the arithmetic is plain JavaScript, so that a run can be resumed bit for bit on any backend.
 */
export interface AdamOptions {
  /** Step size, > 0. */
  readonly learningRate: number;
  /** Gradients longer than this Euclidean norm are scaled down to it; Infinity or absent: never. */
  readonly clipNorm?: number;
}

const FIRST_DECAY = 0.9;
const SECOND_DECAY = 0.999;
const EPSILON = 1e-8;

export class Adam {
  private readonly firstMoment: Float64Array;
  private readonly secondMoment: Float64Array;
  private steps = 0;

  /** @param length number of parameters */
  constructor(length: number) {
    this.firstMoment = new Float64Array(length);
    this.secondMoment = new Float64Array(length);
  }

  /**
   * One step of descent on `parameters`, in place. Returns the Euclidean norm of the gradient
   * before clipping. If that is not finite nothing is changed: the caller decides what to do.
   */
  update(
    parameters: Float32Array,
    gradient: Float32Array | Float64Array,
    options: AdamOptions,
  ): number {
    const { firstMoment, secondMoment } = this;
    const length = firstMoment.length;
    if (parameters.length !== length || gradient.length !== length) {
      throw new RangeError(
        `Adam holds ${length} parameters but was given ${parameters.length} with a gradient of ${gradient.length}.`,
      );
    }
    let sumOfSquares = 0;
    for (let i = 0; i < length; i++) sumOfSquares += gradient[i] * gradient[i];
    const norm = Math.sqrt(sumOfSquares);
    if (!Number.isFinite(norm)) return norm;

    const { learningRate, clipNorm = Number.POSITIVE_INFINITY } = options;
    const scale = norm > clipNorm ? clipNorm / norm : 1;
    this.steps += 1;
    const firstBias = 1 - FIRST_DECAY ** this.steps;
    const secondBias = 1 - SECOND_DECAY ** this.steps;
    for (let i = 0; i < length; i++) {
      const slope = gradient[i] * scale;
      firstMoment[i] = FIRST_DECAY * firstMoment[i] + (1 - FIRST_DECAY) * slope;
      secondMoment[i] = SECOND_DECAY * secondMoment[i] + (1 - SECOND_DECAY) * slope * slope;
      parameters[i] -=
        (learningRate * (firstMoment[i] / firstBias)) /
        (Math.sqrt(secondMoment[i] / secondBias) + EPSILON);
    }
    return norm;
  }

  /** Step count, first moments, second moments: length 1 + 2 * number of parameters. */
  save(): Float64Array {
    const { firstMoment, secondMoment } = this;
    const state = new Float64Array(1 + 2 * firstMoment.length);
    state[0] = this.steps;
    state.set(firstMoment, 1);
    state.set(secondMoment, 1 + firstMoment.length);
    return state;
  }

  /** Takes up a state made by `save`. Throws a RangeError when it is none, or of another shape. */
  load(state: Float64Array): void {
    const { firstMoment, secondMoment } = this;
    const length = firstMoment.length;
    if (state.length !== 1 + 2 * length) {
      throw new RangeError(
        `The optimiser's state has ${state.length} numbers; these networks need ${1 + 2 * length}.`,
      );
    }
    const negative = state.subarray(1 + length).find((moment) => !(moment >= 0));
    if (negative !== undefined || !(state[0] >= 0)) {
      throw new RangeError(
        `The optimiser's state holds ${negative ?? state[0]}, which is negative.`,
      );
    }
    this.steps = state[0];
    firstMoment.set(state.subarray(1, 1 + length));
    secondMoment.set(state.subarray(1 + length));
  }
}
