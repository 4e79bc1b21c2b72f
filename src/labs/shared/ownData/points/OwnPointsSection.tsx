import { lazy, Suspense, useId } from 'react';
import { useController, useDocument } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import styles from '../../sideSection.module.css';
import { LoadCsvButton } from '../LoadCsvButton.tsx';
import { pointsIntake, startDrawing } from './drawing.ts';
import { stopDrawing, useIsDrawing } from './drawingState.ts';
import { ownPointsInWords } from './ownPointsInWords.ts';

const ScalesNote = lazy(() => import('../ScalesNote.tsx'));

/** Drawing points and loading a file, while the data set is one's own. */
export default function OwnPointsSection() {
  const controller = useController();
  const id = useId();
  const isOwn = useDocument(({ settings }) => settings.dataset === 'own');
  const ownData = useDocument((document) => document.ownData);
  const isDrawing = useIsDrawing();
  if (!isOwn) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h4 id={id} className={styles.label}>
        Own points
      </h4>
      <p className={styles.text}>{ownPointsInWords(ownData)}</p>
      {ownData && (
        <Suspense fallback={null}>
          <ScalesNote form="points" />
        </Suspense>
      )}
      <div className={styles.buttons}>
        <Button
          size="small"
          aria-pressed={isDrawing}
          onClick={() => (isDrawing ? stopDrawing(controller) : startDrawing(controller))}
        >
          Draw points
        </Button>
        <LoadCsvButton size="small" intake={pointsIntake} />
      </div>
    </section>
  );
}
