/** A series whose states a person chooses while the dot circles. */

import type { OwnData } from '../../datasets/ownData.ts';
import {
  lightDirection,
  type TempoPattern,
  TempoWalk,
  tempoSystem,
} from '../../datasets/tempoDots.ts';
import { forkRandom, type Random } from '../../math/random.ts';

/** Between the steps of a recording the chain of states is the person's; this one is never drawn from. */
const ANY_DWELL = 80;

export class TempoRecording {
  /** Steps recorded. */
  rows = 0;
  /** Where the dot is. */
  readonly walk: TempoWalk;
  private readonly lights: number;
  private readonly noise: number;
  private readonly random: Random;
  private readonly values: number[] = [];
  private readonly labels: number[] = [];

  /**
   * @param lights of the ring, at least 3
   * @param noise standard deviation of the noise on every light
   */
  constructor(pattern: TempoPattern, lights: number, noise: number, seed: number) {
    this.random = forkRandom(seed, 'recording');
    this.walk = new TempoWalk(tempoSystem({ pattern, dwell: ANY_DWELL }), this.random);
    this.lights = lights;
    this.noise = noise;
  }

  /** One step at the tempo of a state, counted from 0. */
  step(state: number): void {
    const { walk, lights, noise, random } = this;
    walk.step(state);
    for (let j = 0; j < lights; j++)
      this.values.push(walk.light(lightDirection(j, lights)) + noise * random.normal());
    this.labels.push(state);
    this.rows += 1;
  }

  /** What has been recorded: a row for each step, with the states as its labels. */
  take(): OwnData {
    return {
      name: 'Own switching signal',
      rows: this.rows,
      columns: Array.from({ length: this.lights }, (_, j) => `light ${j + 1}`),
      values: Float64Array.from(this.values),
      labels: Int32Array.from(this.labels),
    };
  }
}
