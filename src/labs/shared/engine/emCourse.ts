/** The history of an EM run: what the chart of figure 2.2 draws. */

/** The two halves of an iteration. */
export type HalfStep = 'e' | 'm';

/** Where a row of the course comes from; "start" is a state nothing led to, as after an edit. */
export type CourseMark = HalfStep | 'start';

/** What each half-step came to, by columns, oldest first: the history the chart draws. */
export interface EmCourse {
  /** Half-steps taken up to the row; a start stands where the half-step before it stands. */
  readonly halfStep: readonly number[];
  readonly mark: readonly CourseMark[];
  /** Null of the Bayesian mixture, whose evidence is unknown. */
  readonly logLikelihood: readonly (number | null)[];
  readonly energy: readonly number[];
  readonly entropy: readonly number[];
  /** KL(q(theta) || p(theta)) / N; 0 but for the Bayesian mixture. */
  readonly globalKl: readonly number[];
}

/** The bound where it stands, per datum, in nats. */
export interface BoundParts {
  readonly logLikelihood: number | null;
  readonly energy: number;
  readonly entropy: number;
  readonly globalKl: number;
}

interface CourseRow extends BoundParts {
  readonly halfStep: number;
  readonly mark: CourseMark;
}

/** Rows remembered: EM is done long before, or the chart has no room for more. */
const MOST = 600;
const COLUMNS = 7;
const MARKS: readonly CourseMark[] = ['e', 'm', 'start'];

/** Energy + entropy - KL(q(theta) || p(theta)): the bound of the log-likelihood. */
export const freeEnergyOf = ({ energy, entropy, globalKl }: BoundParts): number =>
  energy + entropy - globalKl;

/** The last half-steps of a run; goes into checkpoints, so that a chart survives a reload. */
export class Course {
  private rows: CourseRow[] = [];

  get last(): CourseRow | null {
    return this.rows[this.rows.length - 1] ?? null;
  }

  /** A state nothing led to takes the place of one from which nothing went on. */
  add(mark: CourseMark, parts: BoundParts): void {
    const before = this.last;
    if (mark === 'start' && before?.mark === 'start') this.rows.pop();
    const halfStep = (before?.halfStep ?? 0) + (mark === 'start' ? 0 : 1);
    this.rows.push({ halfStep, mark, ...parts });
    if (this.rows.length > MOST) this.rows.shift();
  }

  columns(): EmCourse {
    return {
      halfStep: this.rows.map(({ halfStep }) => halfStep),
      mark: this.rows.map(({ mark }) => mark),
      logLikelihood: this.rows.map(({ logLikelihood }) => logLikelihood),
      energy: this.rows.map(({ energy }) => energy),
      entropy: this.rows.map(({ entropy }) => entropy),
      globalKl: this.rows.map(({ globalKl }) => globalKl),
    };
  }

  save(): Float64Array {
    return Float64Array.from(
      this.rows.flatMap(({ halfStep, mark, logLikelihood, energy, entropy, globalKl }) => [
        halfStep,
        MARKS.indexOf(mark),
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
      const [halfStep, mark, isKnown, logLikelihood, energy, entropy, globalKl] = saved.subarray(
        i * COLUMNS,
        (i + 1) * COLUMNS,
      );
      return {
        halfStep,
        mark: MARKS[mark] ?? 'start',
        logLikelihood: isKnown === 1 ? logLikelihood : null,
        energy,
        entropy,
        globalKl,
      };
    });
  }
}
