import { lazy, Suspense, useEffect, useState } from 'react';
import type { Lab } from '../../labs/lab.ts';
import { loadedLab, type RegistryEntry } from '../../labs/registry.ts';
import { ownDataPlace } from '../../labs/shared/settings/ownDataSettings.ts';
import { carriesFiles, draggedKind, droppedFile } from './droppedFile.ts';
import styles from './FileDrop.module.css';
import type { DropQuestion } from './openDropped.ts';

const DropDialog = lazy(() => import('./DropDialog.tsx'));

export interface FileDropProps {
  /** The lab on the page; null on other pages. */
  readonly here: RegistryEntry | null;
}

/**
 * Takes files that are dropped anywhere on the page; without it the browser would leave the page for
 * the file. While one is dragged, the page says what will become of it.
 */
export default function FileDrop({ here: entry }: FileDropProps) {
  const [dragged, setDragged] = useState<ReturnType<typeof draggedKind> | null>(null);
  const [question, setQuestion] = useState<DropQuestion | null>(null);
  const [wasAsked, setWasAsked] = useState(false);

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) setDragged(draggedKind(event.dataTransfer.items));
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      // Within the page it only goes from one element to the next.
      if (relatedTarget === null) setDragged(null);
    };
    const drop = async (event: DragEvent) => {
      if (!carriesFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setDragged(null);
      // The browser takes the list away when this turn ends.
      const here = labOf(entry);
      const dropped = droppedFile(event.dataTransfer, takesTexts(here));
      const { openDropped } = await import('./openDropped.ts');
      const asked = await openDropped(dropped, here);
      setQuestion(asked);
      if (asked) setWasAsked(true);
    };
    const taken = (event: DragEvent) => void drop(event);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', taken);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', taken);
    };
  }, [entry]);

  return (
    <>
      {dragged !== null && (
        <div className={styles.overlay} aria-hidden="true">
          <p className={styles.words}>{whatWillBe(dragged, labOf(entry))}</p>
        </div>
      )}
      {wasAsked && (
        <Suspense fallback={null}>
          <DropDialog question={question} onClose={() => setQuestion(null)} />
        </Suspense>
      )}
    </>
  );
}

const labOf = (entry: RegistryEntry | null): Lab | null => entry && loadedLab(entry.card.id);

const takesTexts = (lab: Lab | null): boolean =>
  lab !== null && ownDataPlace(lab.table)?.form === 'texts';

/** Before it is dropped a file has no name: it may be a table or, with another ending, a model. */
function whatWillBe(dragged: ReturnType<typeof draggedKind>, here: Lab | null): string {
  if (here && takesTexts(here))
    return `Drop text files, a folder or a table: they open as your own texts in ${here.title}. A model file opens in its lab.`;
  if (dragged === 'several') return 'Drop one file at a time: a table or a model.';
  const table = here
    ? `A table opens as your own data in ${here.title}`
    : 'A table: you choose the lab';
  return dragged === 'model'
    ? 'Drop to open this model in its lab.'
    : `Drop a file. ${table}; a model file opens in its lab.`;
}
