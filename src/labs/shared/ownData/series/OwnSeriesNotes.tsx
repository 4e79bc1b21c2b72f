import { useDocument, useRun } from '../../../../store/context.ts';
import styles from '../../sideSection.module.css';
import ScalesNote from '../ScalesNote.tsx';
import DelaysNote from './DelaysNote.tsx';
import { limitsInWords } from './limitsInWords.ts';

/** How an own series is scaled, and how far predictions of it can go. */
export default function OwnSeriesNotes() {
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
