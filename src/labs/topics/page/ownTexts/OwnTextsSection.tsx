import { type ComponentProps, useId, useRef } from 'react';
import { useController, useDocument, useRun } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import styles from '../../../shared/sideSection.module.css';
import { loadTexts, pasteTexts } from './textsLoading.ts';

/** How the texts were read, and ways to bring own ones. */
export function OwnTextsSection() {
  const controller = useController();
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
            ? `${own.name}: ${own.rows.toLocaleString('en-US')} documents.`
            : 'None yet. Paste a text, load files of text or a table with a column of texts, or drop them anywhere on the page.'}
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className={styles.text}>
          {note}
        </p>
      ))}
      {isOwn && (
        <div className={styles.buttons}>
          <Button size="small" onClick={() => pasteTexts(controller)}>
            Paste text
          </Button>
          <LoadButton label="Load files" multiple accept=".txt,.csv,.tsv,.md,text/*" />
          <LoadButton label="Load folder" webkitdirectory="" />
        </div>
      )}
    </section>
  );
}

interface LoadButtonProps extends ComponentProps<'input'> {
  readonly label: string;
  /** Takes a folder with all its files. */
  readonly webkitdirectory?: '';
}

function LoadButton({ label, ...input }: LoadButtonProps) {
  const controller = useController();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="small" onClick={() => field.current?.click()}>
        {label}
      </Button>
      <input
        {...input}
        ref={field}
        type="file"
        hidden
        aria-label={label}
        onChange={(event) => {
          const files = Array.from(event.target.files ?? []);
          // The same files can be chosen again after they have been mended.
          event.target.value = '';
          if (files.length > 0) void loadTexts(controller, files);
        }}
      />
    </>
  );
}
