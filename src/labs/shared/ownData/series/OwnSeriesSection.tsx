import { type ReactNode, Suspense, useId } from 'react';
import { useDocument } from '../../../../store/context.ts';
import styles from '../../sideSection.module.css';
import { LoadCsvButton } from '../LoadCsvButton.tsx';
import { seriesIntake } from './seriesIntake.ts';
import { seriesInWords } from './seriesInWords.ts';

interface OwnSeriesSectionProps {
  /** What becomes of the rows, in a sentence. */
  readonly use: string;
  /** What else there is to say of a series that has been loaded. */
  readonly children?: ReactNode;
}

/** Loading a file, while the signal is one's own. */
export function OwnSeriesSection({ use, children }: OwnSeriesSectionProps) {
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
          ? `${seriesInWords(series)}. ${use}`
          : 'None yet. Load a CSV file with a row for each step.'}
      </p>
      {series && <Suspense fallback={null}>{children}</Suspense>}
      <div className={styles.buttons}>
        <LoadCsvButton size="small" intake={seriesIntake} />
      </div>
    </section>
  );
}
