import { useId } from 'react';
import { useDocument } from '../../../../store/context.ts';
import { shippedSeries } from '../../settings/seriesSettings.ts';
import styles from '../../sideSection.module.css';
import DelaysNote from './DelaysNote.tsx';

/** Where a series that comes with the page is from, while it is the signal. */
export function ShippedSeriesSection() {
  const id = useId();
  const series = shippedSeries(useDocument(({ settings }) => settings.signal));
  if (!series) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h4 id={id} className={styles.label}>
        {series.label}
      </h4>
      <p className={styles.text}>
        {series.source} The last fifth is kept for testing. {series.expect}
      </p>
      <DelaysNote />
    </section>
  );
}
