import { useId } from 'react';
import { useDocument } from '../../../../store/context.ts';
import { shippedSeries } from '../../settings/seriesSettings.ts';
import styles from '../../sideSection.module.css';
import DelaysNote from './DelaysNote.tsx';
import { SERIES_NOTES } from './seriesNotes.ts';

interface ShippedSeriesSectionProps {
  /** What the lab does with it, as a sentence. */
  readonly use: string;
  /** Whether the lab compares forecasts with those that need no model. */
  readonly forecasts?: boolean;
}

/** Where a series that comes with the page is from, while it is the signal. */
export function ShippedSeriesSection({ use, forecasts = false }: ShippedSeriesSectionProps) {
  const id = useId();
  const series = shippedSeries(useDocument(({ settings }) => settings.signal));
  if (!series) return null;
  const { source, expect } = SERIES_NOTES[series.value];
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h4 id={id} className={styles.label}>
        {series.label}
      </h4>
      <p className={styles.text}>
        {source} {use} {forecasts && expect}
      </p>
      <DelaysNote />
    </section>
  );
}
