/** A series as a model takes it: its values or their logarithms, or how these change from step to step. */
import { shortened } from '../settings/words.ts';
import { InvalidDataset, type OwnData, withoutFirst } from './ownData.ts';

export type Transform = 'none' | 'log' | 'change' | 'log-change';

const NAMES: Readonly<Record<Transform, (column: string) => string>> = {
  none: (column) => column,
  log: (column) => `log₁₀ ${column}`,
  change: (column) => `change of ${column}`,
  'log-change': (column) => `change of log₁₀ ${column}`,
};

/**
 * The names of the columns say what their numbers are. The first row has no change and is left out.
 *
 * @throws InvalidDataset naming a value that has no logarithm
 */
export function transformed(own: OwnData, transform: Transform): OwnData {
  const D = own.columns.length;
  const isLog = transform === 'log' || transform === 'log-change';
  const values = isLog ? logarithms(own) : own.values;
  const named = { ...own, columns: own.columns.map(NAMES[transform]), values };
  if (transform === 'none' || transform === 'log') return named;
  return {
    ...withoutFirst(named, 1),
    values: values.slice(D).map((value, at) => value - values[at]),
  };
}

function logarithms({ values, columns }: OwnData): Float64Array {
  const bad = values.findIndex((value) => value <= 0);
  if (bad >= 0) {
    const row = Math.floor(bad / columns.length) + 1;
    const column = shortened(columns[bad % columns.length]);
    throw new InvalidDataset(
      `Row ${row} holds ${values[bad]} in column "${column}"; logarithms need values above 0.`,
    );
  }
  return values.map(Math.log10);
}
