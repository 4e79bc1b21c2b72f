/** How far predictions of an own series can go, and whether that is far enough. */
import { type ColumnUnits, ownText } from '../../../../datasets/columnUnits.ts';
import type { OwnData } from '../../../../datasets/ownData.ts';
import { type ColumnRange, columnRanges } from '../../../../datasets/ownSeries.ts';

/** The decoder ends in a sigmoid: in model units it says values between these. */
const [LEAST, MOST] = [0, 1];
/** Columns whose limits are written out. */
const FEW = 2;

/** @param units of the columns, as the model has them */
export function limitsInWords(own: OwnData, units: ColumnUnits): string {
  const limits = units.map((unit) => [ownText(unit, LEAST), ownText(unit, MOST)]);
  const range =
    own.columns.length <= FEW
      ? `Predictions can lie between ${own.columns
          .map((name, at) => `${limits[at].join(' and ')} (“${name}”)`)
          .join(', ')}.`
      : '';
  return [beyondInWords(own, units), range].filter(Boolean).join(' ');
}

function beyondInWords(own: OwnData, units: ColumnUnits): string {
  const { training, all } = columnRanges(own);
  const beyond = own.columns.flatMap((name, at) => {
    const end = furtherEnd(training[at], all[at]);
    if (end === null) return [];
    const { offset, scale } = units[at];
    const isReached = (end.value - offset) / scale > LEAST && (end.value - offset) / scale < MOST;
    return [{ name, ...end, isReached }];
  });
  if (beyond.length === 0) return '';
  const [first] = beyond;
  const others = beyond.length > 1 ? `, and so do ${beyond.length - 1} other columns` : '';
  const fact = `The rows kept for testing go beyond those for training: “${first.name}” to ${first.value}, trained ${first.side} ${first.trained}${others}.`;
  return beyond.every(({ isReached }) => isReached)
    ? `${fact} The model has seen nothing there; its predictions can reach it.`
    : `${fact} Predictions cannot reach that: raise “Reach beyond the training values”.`;
}

/** The end of a column's range that lies furthest outside the values trained on; null for none. */
function furtherEnd(training: ColumnRange, all: ColumnRange) {
  const above = all.high - training.high;
  const below = training.low - all.low;
  if (!(above > 0) && !(below > 0)) return null;
  return above >= below
    ? { value: all.high, trained: training.high, side: 'up to' }
    : { value: all.low, trained: training.low, side: 'down to' };
}
