import { lazy, Suspense, useId } from 'react';
import { useDocument } from '../../../../store/context.ts';
import styles from '../../sideSection.module.css';
import { LoadCsvButton } from '../LoadCsvButton.tsx';
import { seriesIntake, seriesInWords } from './ownSeries.ts';

const SeriesNotes = lazy(() =>
  import('./SeriesNotes.tsx').then((module) => ({ default: module.SeriesNotes })),
);

/** Loading a file, while the signal is one's own. */
export function OwnSeriesSection() {
  const id = useId();
  const isOwn = useDocument(({ settings }) => settings.signal === 'own');
  const series = useDocument((document) => document.ownData);
  if (!isOwn) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h4 id={id} className={styles.label}>
        Own series
      </h4>
      <p className={styles.text}>
        {series
          ? `${seriesInWords(series)}. The last fifth, 400 steps at most, is kept for testing.`
          : 'None yet. Load a CSV file with a row for each step.'}
      </p>
      {series && (
        <Suspense fallback={null}>
          <SeriesNotes />
        </Suspense>
      )}
      <div className={styles.buttons}>
        <LoadCsvButton size="small" intake={seriesIntake} />
      </div>
    </section>
  );
}
