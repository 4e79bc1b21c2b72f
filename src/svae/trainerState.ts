/** What a training run needs to be repeated bit for bit, as plain numbers. */
import { packArrays, unpackArrays } from './packedArrays.ts';

export interface TrainerState {
  readonly step: number;
  readonly parameters: Float32Array;
  /** Adam's moments and the running averages, packed. */
  readonly optimiser: Float64Array;
  readonly natural: Float64Array;
  readonly modelState: Float64Array;
  readonly random: readonly number[];
}

/** A state in one array, for a checkpoint that has to hold a second one. */
export function packState(state: TrainerState): Float64Array {
  return packArrays([
    Float64Array.of(state.step),
    Float64Array.from(state.parameters),
    state.optimiser,
    state.natural,
    state.modelState,
    Float64Array.from(state.random),
  ]);
}

/** The state again. Throws a RangeError when `packed` is not one. */
export function unpackState(packed: Float64Array): TrainerState {
  const [step, parameters, optimiser, natural, modelState, random] = unpackArrays(packed, 6);
  return {
    step: step[0],
    parameters: Float32Array.from(parameters),
    optimiser,
    natural,
    modelState,
    random: [...random],
  };
}
