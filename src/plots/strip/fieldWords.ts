/** What the colours of a strip stand for, in the units of the data. */

import { type ColumnUnits, ownText } from '../../datasets/columnUnits.ts';
import { formatAtMost } from '../../ui/numbers.ts';
import { ownTexts } from '../host/ownTicks.ts';

export interface FieldWords {
  /** Beside the bar, one for each value asked for. */
  readonly texts: readonly string[];
  /** What all of them leave out: "in 10³"; or empty. */
  readonly note: string;
  /** For screen readers: "from 3.1 to 4.9". */
  readonly spoken: string;
}

const plainText = (value: number): string => formatAtMost(value, 2);

/** Columns that are named one by one; more would never be listened to. */
const MOST_SPOKEN = 6;

/**
 * @param values of the map from its low end to its high end, in model units
 * @param columns names of the columns, where they have any
 */
export function fieldWords(
  values: readonly number[],
  units: ColumnUnits | undefined,
  columns: readonly string[] | undefined,
): FieldWords {
  const [low, high] = [values[0], values[values.length - 1]];
  if (units === undefined) {
    const texts = values.map(plainText);
    return { texts, note: '', spoken: `from ${texts[0]} to ${texts[texts.length - 1]}` };
  }
  const [first] = units;
  const isOne = units.every(
    ({ offset, scale }) => offset === first.offset && scale === first.scale,
  );
  if (isOne) {
    const { texts, note } = ownTexts(values, first);
    return { texts, note, spoken: `from ${ownText(first, low)} to ${ownText(first, high)}` };
  }
  // Each column has numbers of its own: what they share is where they are low and high.
  const ranges = units
    .slice(0, MOST_SPOKEN)
    .map((unit, at) => `${columns?.[at]} from ${ownText(unit, low)} to ${ownText(unit, high)}`);
  const others = units.length - ranges.length;
  return {
    texts: values.map((value) => (value === low ? 'low' : value === high ? 'high' : '')),
    note: '',
    spoken: [...ranges, ...(others > 0 ? [`and ${others} more columns`] : [])].join(', '),
  };
}
