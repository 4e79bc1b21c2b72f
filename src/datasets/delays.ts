/**
 * Delay coordinates: a row shows a value and values before it, so that one row tells where in a period it is
 * (Takens 1981). The encoder sees one row at a time, and of a single column the same value comes on the way
 * up and on the way down.
 */
import { heldOutRows } from './movingDots.ts';
import { gapsOf, type OwnData, withoutFirst } from './ownData.ts';
import { measuredSeason } from './season.ts';

export interface Delays {
  /** Values in a row of each column, the present one among them; more than 1. */
  readonly count: number;
  /** Steps from one to the next. */
  readonly apart: number;
}

/** Columns that show enough of a state by themselves. */
const MANY_COLUMNS = 3;
/** Values of a period. */
const MOST_DELAYS = 12;
/** Periods there must be in the rows for training, since the first one is used up. */
const LEAST_PERIODS = 4;

/**
 * Delays that reach over one period of a series; null where none are needed, where it does not repeat itself,
 * or where it has gaps, since each would make a period of them.
 */
export function delaysFor(own: OwnData): Delays | null {
  const D = own.columns.length;
  if (D >= MANY_COLUMNS || gapsOf(own).values > 0) return null;
  const training = own.rows - heldOutRows(own.rows);
  const season = measuredSeason(own.values.subarray(0, training * D), training, D);
  if (season === null || training < LEAST_PERIODS * season) return null;
  const apart = Math.ceil(season / MOST_DELAYS);
  const count = Math.round(season / apart);
  return count > 1 ? { count, apart } : null;
}

/** The rows that have all their delays, the present values first, with names that say how far back. */
export function delayed(own: OwnData, { count, apart }: Delays): OwnData {
  const D = own.columns.length;
  const lost = (count - 1) * apart;
  const rows = own.rows - lost;
  const width = D * count;
  return {
    ...withoutFirst(own, lost),
    columns: Array.from({ length: width }, (_, at) => {
      const back = Math.floor(at / D) * apart;
      if (back === 0) return own.columns[at];
      return D === 1 ? `t − ${back}` : `${own.columns[at % D]}, t − ${back}`;
    }),
    values: Float64Array.from({ length: rows * width }, (_, at) => {
      const [row, place] = [Math.floor(at / width), at % width];
      return own.values[(row + lost - Math.floor(place / D) * apart) * D + (place % D)];
    }),
  };
}
