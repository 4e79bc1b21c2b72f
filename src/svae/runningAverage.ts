/** Weight the average keeps at each step: it looks back about 20 steps. */
const MEMORY = 0.95;

/**
 * Exponential moving averages of the network parameters and of eta (after Polyak and Juditsky
 * 1992). Single steps shake the bound by several hundredths of a nat, more than most structural
 * changes are worth; at the average it is steady to a few thousandths, and higher. The valid cone
 * of eta is convex, so the average stays inside.
 */
export class RunningAverage {
  readonly parameters: Float32Array;
  /** Length P. */
  readonly natural: Float64Array;

  constructor(parameters: Float32Array, natural: Float64Array) {
    this.parameters = parameters.slice();
    this.natural = natural.slice();
  }

  follow(parameters: Float32Array, natural: Float64Array): void {
    approach(this.parameters, parameters);
    approach(this.natural, natural);
  }
}

function approach(average: Float32Array | Float64Array, latest: Float32Array | Float64Array): void {
  for (let i = 0; i < average.length; i++) average[i] += (1 - MEMORY) * (latest[i] - average[i]);
}
