/** The history of an EM run: what the chart of figure 2.2 draws. */

/** The two halves of an iteration. */
export type HalfStep = 'e' | 'm';

/** What each half-step came to, by columns, oldest first: the history the chart draws. */
export interface EmCourse {
  /** Step that the half-step belongs to. */
  readonly step: readonly number[];
  readonly half: readonly HalfStep[];
  /** Null of the Bayesian mixture, whose evidence nobody knows. */
  readonly logLikelihood: readonly (number | null)[];
  readonly energy: readonly number[];
  readonly entropy: readonly number[];
  /** KL(q(theta) || p(theta)) / N; 0 but for the Bayesian mixture. */
  readonly globalKl: readonly number[];
}

/** Half-steps remembered: EM is done long before, or the chart has no room for more. */
const MOST = 600;
const COLUMNS = 7;

/** One half-step and what it came to, per datum. */
export interface CourseRow {
  readonly step: number;
  readonly half: HalfStep;
  readonly logLikelihood: number | null;
  readonly energy: number;
  readonly entropy: number;
  readonly globalKl: number;
}

/** The last half-steps of a run; goes into checkpoints, so that a chart survives a reload. */
export class Course {
  private rows: CourseRow[] = [];

  add(row: CourseRow): void {
    this.rows.push(row);
    if (this.rows.length > MOST) this.rows.shift();
  }

  columns(): EmCourse {
    return {
      step: this.rows.map(({ step }) => step),
      half: this.rows.map(({ half }) => half),
      logLikelihood: this.rows.map(({ logLikelihood }) => logLikelihood),
      energy: this.rows.map(({ energy }) => energy),
      entropy: this.rows.map(({ entropy }) => entropy),
      globalKl: this.rows.map(({ globalKl }) => globalKl),
    };
  }

  save(): Float64Array {
    return Float64Array.from(
      this.rows.flatMap(({ step, half, logLikelihood, energy, entropy, globalKl }) => [
        step,
        half === 'e' ? 0 : 1,
        // A flag beside it, because a file has no room for what is not a number.
        logLikelihood === null ? 0 : 1,
        logLikelihood ?? 0,
        energy,
        entropy,
        globalKl,
      ]),
    );
  }

  load(saved: Float64Array): void {
    this.rows = Array.from({ length: Math.floor(saved.length / COLUMNS) }, (_, i) => {
      const [step, half, isKnown, logLikelihood, energy, entropy, globalKl] = saved.subarray(
        i * COLUMNS,
        (i + 1) * COLUMNS,
      );
      return {
        step,
        half: half === 0 ? 'e' : 'm',
        logLikelihood: isKnown === 1 ? logLikelihood : null,
        energy,
        entropy,
        globalKl,
      };
    });
  }
}
