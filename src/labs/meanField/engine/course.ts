import type { AscentCourse } from '../course.ts';

interface CourseRow {
  readonly update: number;
  readonly factor: number | null;
  readonly elbo: number | null;
  readonly logEvidence: number | null;
}

/** Rows remembered: coordinate ascent has arrived long before. */
const MOST = 600;
const COLUMNS = 4;
/** In saved rows, which hold numbers alone. */
const NO_FACTOR = -1;
/** No bound is as low: in files a number stands for what is not known. */
const UNKNOWN = -1e99;
/** A change of the bound that is rounding, relative to the bound. */
const ROUNDING = 1e-12;

/** The last updates of a run; it goes into checkpoints, so that a chart survives a reload. */
export class Course {
  private rows: CourseRow[] = [];
  /** Updates in a row that changed nothing. */
  private idle = 0;

  /** A state that no update led to; it takes the place of one from which nothing went on. */
  begin(elbo: number, logEvidence: number | null): void {
    const last = this.rows.at(-1);
    if (last && last.factor === null) this.rows.pop();
    this.idle = 0;
    this.add({ update: last?.update ?? 0, factor: null, elbo: finite(elbo), logEvidence });
  }

  /** @param factors how many there are: a flat line longer than a sweep is not remembered */
  took(factor: number, elbo: number, logEvidence: number | null, factors: number): void {
    const last = this.rows.at(-1);
    const now = finite(elbo);
    const before = last?.elbo ?? null;
    const isFlat = now === before || (now !== null && before !== null && isSame(before, now));
    this.idle = isFlat ? this.idle + 1 : 0;
    if (this.idle > factors) return;
    this.add({ update: (last?.update ?? 0) + 1, factor, elbo: now, logEvidence });
  }

  /** A whole sweep has changed nothing. */
  isFlat(factors: number): boolean {
    return this.idle >= factors;
  }

  /** @param placed where edits have put q or the target, after all updates */
  columns(placed?: { readonly elbo: number; readonly logEvidence: number | null }): AscentCourse {
    const rows = [...this.rows];
    if (placed) {
      const { update = 0 } = rows.at(-1) ?? {};
      rows.push({ ...placed, update, factor: null, elbo: finite(placed.elbo) });
    }
    return {
      update: rows.map(({ update }) => update),
      factor: rows.map(({ factor }) => factor),
      elbo: rows.map(({ elbo }) => elbo),
      logEvidence: rows.map(({ logEvidence }) => logEvidence),
    };
  }

  save(): Float64Array {
    const rows = this.rows.flatMap(({ update, factor, elbo, logEvidence }) => [
      update,
      factor ?? NO_FACTOR,
      elbo ?? UNKNOWN,
      logEvidence ?? UNKNOWN,
    ]);
    return Float64Array.from([this.idle, ...rows]);
  }

  /** @throws RangeError where the numbers are no such rows */
  load(saved: Float64Array): void {
    if (saved.length % COLUMNS !== 1) {
      throw new RangeError(`The course of a run has ${saved.length} numbers.`);
    }
    const known = (value: number) => (value === UNKNOWN ? null : value);
    this.idle = saved[0];
    this.rows = Array.from({ length: (saved.length - 1) / COLUMNS }, (_, row) => {
      const [update, factor, elbo, logEvidence] = saved.subarray(1 + row * COLUMNS);
      return {
        update,
        factor: factor === NO_FACTOR ? null : factor,
        elbo: known(elbo),
        logEvidence: known(logEvidence),
      };
    });
  }

  private add(row: CourseRow): void {
    this.rows.push(row);
    if (this.rows.length > MOST) this.rows.shift();
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

const isSame = (before: number, now: number): boolean =>
  Math.abs(now - before) <= ROUNDING * (1 + Math.abs(now));
