import { useDocument, useRun } from '../../../../store/context.ts';
import ScalesNote from '../../../shared/ownData/ScalesNote.tsx';
import DelaysNote from '../../../shared/ownData/series/DelaysNote.tsx';
import styles from '../../../shared/sideSection.module.css';
import { limitsInWords } from './limitsInWords.ts';

/** How an own series is scaled, and how far predictions of it can go. */
export default function SeriesNotes() {
  const series = useDocument((document) => document.ownData);
  const units = useRun(({ dataset }) => (dataset?.own ? dataset.units : null));
  const isShown = series && units?.length === series.columns.length;
  return (
    <>
      <ScalesNote form="series" />
      <DelaysNote />
      {isShown && <p className={styles.text}>{limitsInWords(series, units)}</p>}
    </>
  );
}
