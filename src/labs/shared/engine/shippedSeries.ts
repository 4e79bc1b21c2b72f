import type { Sequence } from '../../../datasets/dataset.ts';
import { delayed, delaysFor } from '../../../datasets/delays.ts';
import type { OwnData } from '../../../datasets/ownData.ts';
import { ownSeries, type SeriesScaling } from '../../../datasets/ownSeries.ts';
import { loadSeries } from '../../../datasets/series/loadSeries.ts';
import { shippedSeries } from '../../../datasets/series/shippedSeries.ts';
import { type Transform, transformed } from '../../../datasets/transform.ts';
import { roomySeriesScaling, seriesScaling } from '../settings/scalingSettings.ts';

interface SeriesSettings {
  readonly signal: string;
  readonly windowSteps: number;
  readonly transform: Transform | 'auto';
  readonly delays: 'auto' | 'none';
  /** Which rows of a shipped series its scale leaves room for. */
  readonly roomFor: 'training' | 'all';
}

/**
 * The shipped series that the settings name, scaled as suits it; null where they name none. Rejects with
 * a sentence where its file does not arrive, or where it is too short for a window.
 */
export function readShippedSeries(settings: SeriesSettings): Promise<Sequence> | null {
  const series = shippedSeries(settings.signal);
  const scalingOf = settings.roomFor === 'all' ? roomySeriesScaling : seriesScaling;
  return (
    series &&
    loadSeries(series).then((own) => ({
      ...measuredSeries(own, settings, series.transform, scalingOf),
      truePeriod: series.period,
    }))
  );
}

/**
 * A measured series, transformed and with its delays.
 *
 * @param usual the transform where none is asked for
 * @param scalingOf the rows that the model sees
 */
export function measuredSeries(
  own: OwnData,
  { windowSteps, transform, delays }: Pick<SeriesSettings, 'windowSteps' | 'transform' | 'delays'>,
  usual: Transform,
  scalingOf: (rows: OwnData) => Omit<SeriesScaling, 'windowSteps'>,
): Sequence {
  const values = transformed(own, transform === 'auto' ? usual : transform);
  const found = delays === 'auto' ? delaysFor(values) : null;
  const rows = found ? delayed(values, found) : values;
  const sequence = ownSeries(rows, { ...scalingOf(rows), windowSteps });
  return found ? { ...sequence, delays: { ...found, columns: own.columns.length } } : sequence;
}
