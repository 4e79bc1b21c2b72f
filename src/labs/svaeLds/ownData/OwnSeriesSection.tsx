import { useId } from 'react';
import { useDocument, useRun } from '../../../store/context.ts';
import { LoadCsvButton } from '../../parts/ownData/LoadCsvButton.tsx';
import { ScalesNote } from '../../parts/ownData/ScalesNote.tsx';
import styles from '../../parts/sideSection.module.css';
import { limitsInWords } from './limitsInWords.ts';
import { seriesIntake, seriesInWords } from './ownSeries.ts';

/** Loading a file, while the signal is one's own. */
export function OwnSeriesSection() {
  const id = useId();
  const isOwn = useDocument(({ settings }) => settings.signal === 'own');
  const series = useDocument((document) => document.ownData);
  const units = useRun(({ dataset }) => (dataset?.own ? dataset.units : null));
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
      <ScalesNote form="series" />
      {series && units?.length === series.columns.length && (
        <p className={styles.text}>{limitsInWords(series, units)}</p>
      )}
      <div className={styles.buttons}>
        <LoadCsvButton size="small" intake={seriesIntake} />
      </div>
    </section>
  );
}
