import { type ByModel, MODEL_NAMES } from '../snapshot.ts';

/** Bounds over steps, by columns: means over so many steps each. */
export interface BoundColumns extends ByModel<readonly number[]> {
  /** The last of the steps that the row is a mean of. */
  readonly step: readonly number[];
}

/** Rows kept; a chart has no room for more. Beyond it two become one. */
const MOST_ROWS = 600;
const COLUMNS = 1 + MODEL_NAMES.length;
/** Of a saved course these come first: steps to a row, steps in the open row, the sums of that. */
const HEADER = 2 + MODEL_NAMES.length;

/** The bounds of a run; goes into checkpoints, so that a chart survives a reload. */
export class BoundCourse {
  private stride = 1;
  /** Steps in `open`, and the sums of their bounds. */
  private openSteps = 0;
  private open = MODEL_NAMES.map(() => 0);
  /** Step, then a bound for each model. */
  private rows: number[][] = [];

  add(step: number, bounds: ByModel<number>): void {
    MODEL_NAMES.forEach((name, i) => {
      this.open[i] += bounds[name];
    });
    this.openSteps += 1;
    if (this.openSteps < this.stride) return;
    this.rows.push([step, ...this.open.map((sum) => sum / this.stride)]);
    this.open.fill(0);
    this.openSteps = 0;
    if (this.rows.length === MOST_ROWS) this.halve();
  }

  columns(): BoundColumns {
    const column = (at: number) => this.rows.map((row) => row[at]);
    const [gmm, vae, svae] = MODEL_NAMES.map((_, i) => column(i + 1));
    return { step: column(0), gmm, vae, svae };
  }

  save(): Float64Array {
    return Float64Array.from([this.stride, this.openSteps, ...this.open, ...this.rows.flat()]);
  }

  load(saved: Float64Array): void {
    [this.stride, this.openSteps] = saved;
    this.open = Array.from(saved.subarray(2, HEADER));
    this.rows = Array.from({ length: (saved.length - HEADER) / COLUMNS }, (_, row) => {
      const from = HEADER + row * COLUMNS;
      return Array.from(saved.subarray(from, from + COLUMNS));
    });
  }

  private halve(): void {
    this.rows = Array.from({ length: MOST_ROWS / 2 }, (_, i) => {
      const [first, second] = this.rows.slice(2 * i, 2 * i + 2);
      return second.map((value, at) => (at === 0 ? value : (first[at] + value) / 2));
    });
    this.stride *= 2;
  }
}
