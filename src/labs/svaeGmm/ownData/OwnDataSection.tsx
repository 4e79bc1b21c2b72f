import { useId } from 'react';
import { useController, useDocument } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { LoadCsvButton } from '../../parts/ownData/LoadCsvButton.tsx';
import styles from '../../parts/sideSection.module.css';
import { ownDataInWords } from './ownDataInWords.ts';
import { pointsIntake, startDrawing, stopDrawing, useOwnData } from './ownDataStore.ts';

/** Drawing points and loading a file, while the data set is one's own. */
export function OwnDataSection() {
  const controller = useController();
  const id = useId();
  const isOwn = useDocument(({ settings }) => settings.dataset === 'own');
  const ownData = useDocument((document) => document.ownData);
  const isDrawing = useOwnData((state) => state.drawn !== null);
  if (!isOwn) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h4 id={id} className={styles.label}>
        Own points
      </h4>
      <p className={styles.text}>{ownDataInWords(ownData)}</p>
      <div className={styles.buttons}>
        <Button
          size="small"
          aria-pressed={isDrawing}
          onClick={() => (isDrawing ? stopDrawing() : startDrawing(controller))}
        >
          Draw points
        </Button>
        <LoadCsvButton size="small" intake={pointsIntake} />
      </div>
    </section>
  );
}
