/** How own data are best scaled: the settings that suit them when they are opened. */
import {
  columnDeviations,
  type NumbersForm,
  type OwnData,
  type OwnDocuments,
  type OwnForm,
} from '../../../datasets/ownData.ts';
import { columnRanges } from '../../../datasets/ownSeries.ts';
import type { OwnDataPlace } from './ownDataSettings.ts';

/** Columns whose spreads differ by more than this are standardised by default. */
const MUCH = 10;

/** The two columns whose spreads differ most. */
export interface SpreadOfColumns {
  readonly narrow: string;
  readonly wide: string;
  /** How many times as much the wide one varies. */
  readonly ratio: number;
}

/** The columns of own data that vary least and most, where they differ much; else null. */
export function unlikeColumns(own: OwnData, form: NumbersForm): SpreadOfColumns | null {
  const ofColumns = spreadsOf(own, form);
  const spreads = own.columns
    .map((name, column) => ({ name, spread: ofColumns[column] }))
    // A constant column varies in no unit.
    .filter(({ spread }) => spread > 0)
    .sort((a, b) => a.spread - b.spread);
  const [narrow, wide] = [spreads[0], spreads[spreads.length - 1]];
  if (!narrow || !wide || wide.spread <= MUCH * narrow.spread) return null;
  return { narrow: narrow.name, wide: wide.name, ratio: wide.spread / narrow.spread };
}

const spreadsOf = (own: OwnData, form: NumbersForm): readonly number[] =>
  form === 'points'
    ? columnDeviations(own)
    : columnRanges(own).training.map(({ low, high }) => high - low);

/** Room that a decoder ending in a sigmoid needs beyond the values it is to reach. */
const MARGIN = 0.125;
/**
 * How far predictions can go beyond the values trained on, as a fraction of their range. There are a
 * quarter as many rows held out as for training, so a straight line goes on by a quarter of the range. The
 * values held out are not used.
 */
const REACH = 0.25 + MARGIN;
const ROOMY = { step: 0.005, most: 5 } as const;

/** A cluster for each population, and allele frequencies that may be anything. */
const settingsOfGenotypes = ({ groups }: OwnDocuments) => ({
  topics: groups.length > 1 ? Math.min(groups.length, MOST_CLUSTERS) : 3,
  ...{ alpha: 0.1, eta: 1, heldOut: 0 },
});
const MOST_CLUSTERS = 12;

/**
 * The settings that suit own data when they are opened, by their names.
 *
 * @param asked whether to standardise, where it was chosen explicitly
 */
export function settingsFor(
  own: OwnData,
  form: OwnForm,
  asked?: unknown,
): Readonly<Record<string, boolean | number>> {
  if (form === 'texts') return own.documents?.loci ? settingsOfGenotypes(own.documents) : {};
  if (form === 'series') return seriesScaling(own, asked);
  return { standardise: typeof asked === 'boolean' ? asked : unlikeColumns(own, form) !== null };
}

/** How a series is scaled, by its rows for training. */
export function seriesScaling(own: OwnData, asked?: unknown) {
  const standardise = typeof asked === 'boolean' ? asked : unlikeColumns(own, 'series') !== null;
  return { standardise, reach: REACH };
}

/** The same with room for the rows held out, as before version 0.9. */
export function roomySeriesScaling(own: OwnData) {
  const { standardise } = seriesScaling(own);
  const beyond = beyondTraining(own, standardise);
  // A little further out is within the margin.
  const wanted = beyond > MARGIN / 2 ? beyond + MARGIN : MARGIN;
  return {
    standardise,
    reach: Math.min(ROOMY.most, Math.ceil(wanted / ROOMY.step - 1e-9) * ROOMY.step),
  };
}

/**
 * How far the rows of a series that are held out lie beyond those for training, below or above, as a
 * fraction of the range of these.
 */
function beyondTraining(own: OwnData, standardise: boolean): number {
  const { training, all } = columnRanges(own);
  const widest = Math.max(...training.map(({ low, high }) => high - low));
  return Math.max(
    ...training.map(({ low, high }, column) => {
      const width = standardise && high > low ? high - low : widest;
      return Math.max(0, low - all[column].low, all[column].high - high) / width;
    }),
  );
}

/**
 * The settings of a lab that opens on own data: those given, and what suits the data where nothing
 * is said.
 *
 * @param given values by name, as they were set
 */
export function withOwnData(
  given: Readonly<Record<string, unknown>>,
  own: OwnData,
  { setting, form }: OwnDataPlace,
): Readonly<Record<string, unknown>> {
  return { ...settingsFor(own, form, given.standardise), ...given, [setting]: 'own' };
}
