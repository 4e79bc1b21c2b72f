/** Places among the data in words and formulas, in the units of the data. */

import {
  type ColumnUnits,
  type DistanceUnit,
  MODEL_UNIT,
  ownText,
} from '../../datasets/columnUnits.ts';
import { formatInPowers } from '../../ui/numbers.ts';

/** Products of units beyond these powers of ten are written in powers. */
const MOST_POWERS = 4;
/** Coordinates written out; of more, two, and dots for the rest. */
const SHOWN = 3;

/** "(1.20, −4.00, …)" */
export const inBrackets = (texts: readonly string[], most = SHOWN): string =>
  `(${(texts.length > most ? [...texts.slice(0, 2), '…'] : texts).join(', ')})`;

/** Coordinates of a place, given in model units. */
export const ownTexts = (values: ArrayLike<number>, units?: ColumnUnits): string[] =>
  Array.from(values, (value, column) => ownText(units?.[column] ?? MODEL_UNIT, value));

/** Standard deviations along the columns: as coordinates, but from no place. */
export const ownSpreads = (values: ArrayLike<number>, units?: ColumnUnits): string[] =>
  Array.from(values, (value, column) =>
    ownText({ offset: 0, scale: units?.[column]?.scale ?? 1 }, value),
  );

/** "(1.20, −4.00, …)" of a place in model units. */
export const ownPlace = (values: ArrayLike<number>, units?: ColumnUnits, most = SHOWN): string =>
  inBrackets(ownTexts(values, units), most);

/** A distance across columns, given in its unit. */
export const distanceText = (value: number, { scale }: Pick<DistanceUnit, 'scale'>): string =>
  ownText({ offset: 0, scale }, value / scale);

/**
 * A covariance in products of own units, given in model units (D x D): D x D texts. An exact zero is
 * written as 0, so that diagonal matrices look diagonal.
 */
export const ownCovarianceTexts = (values: ArrayLike<number>, units?: ColumnUnits): string[] => {
  const d = Math.round(Math.sqrt(values.length));
  const scale = (column: number) => units?.[column]?.scale ?? 1;
  return Array.from(values, (value, at) => {
    const product = scale(Math.floor(at / d)) * scale(at % d);
    if (value === 0) return '0';
    return Math.abs(Math.log10(product)) > MOST_POWERS
      ? formatInPowers(product * value)
      : ownText({ offset: 0, scale: product }, value);
  });
};
