import { useId } from 'react';
import { grouped } from '../../../../settings/words.ts';
import { useDocument, useRun } from '../../../../store/context.ts';
import styles from '../../../shared/sideSection.module.css';
import { TextsButtons } from './TextsButtons.tsx';

/** How the texts were read, and ways to bring own ones. */
export function OwnTextsSection() {
  const id = useId();
  const isOwn = useDocument(({ settings }) => settings.corpus === 'own');
  const own = useDocument(({ ownData }) => ownData);
  const dataset = useRun((run) => run.dataset);
  const notes = dataset?.kind === 'documents' ? dataset.notes : [];
  if (!isOwn && notes.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h4 id={id} className={styles.label}>
        {isOwn ? 'Own texts' : 'How the texts are read'}
      </h4>
      {isOwn && (
        <p className={styles.text}>
          {own
            ? `${own.name}: ${grouped(own.rows)} ${own.documents?.loci ? 'individuals' : 'documents'}.`
            : 'None yet.'}
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className={styles.text}>
          {note}
        </p>
      ))}
      {isOwn && <TextsButtons />}
    </section>
  );
}
