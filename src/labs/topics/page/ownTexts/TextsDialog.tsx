import { useMemo, useState } from 'react';
import type { OwnData } from '../../../../datasets/ownData.ts';
import { CUTS, type Cut, likelyCut } from '../../../../datasets/texts/cutTexts.ts';
import { documentsOfFiles } from '../../../../datasets/texts/readTexts.ts';
import {
  documentsOfTable,
  type TextColumns,
  textCandidates,
} from '../../../../datasets/texts/textColumns.ts';
import { useController } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Choice } from '../../../../ui/Choice.tsx';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { Progress } from '../../../../ui/Progress.tsx';
import { Segmented } from '../../../../ui/Segmented.tsx';
import { ReadingDecisions } from '../../../shared/ownData/columns/ReadingDecisions.tsx';
import styles from './TextsDialog.module.css';
import {
  loadTexts,
  showTexts,
  type TextsLoading,
  takeTexts,
  useTextsLoading,
} from './textsLoading.ts';

/** Documents shown before they are used. */
const SHOWN = 4;
const FEWEST = 2;
/** What else the reader of tables asks is about numbers. */
const ABOUT_ROWS = ['encoding', 'separator', 'title', 'header', 'short header', 'rows', 'sums'];

/** Texts on their way in: pasted, being read, cut into documents, or refused. */
export default function TextsDialog() {
  const controller = useController();
  const loading = useTextsLoading();
  const [pasted, setPasted] = useState('');
  const ready = useMemo(() => documentsOf(loading), [loading]);
  const dismiss = () => showTexts(controller, null);
  return (
    <Dialog
      isWide={loading?.state !== 'reading'}
      title={loading ? TITLES[loading.state] : 'Own texts'}
      open={loading !== null}
      onOpenChange={(open) => {
        if (!open) dismiss();
      }}
      footer={
        <>
          <Button onClick={dismiss}>{loading?.state === 'reading' ? 'Stop' : 'Cancel'}</Button>
          {loading?.state === 'pasting' && (
            <Button
              variant="primary"
              disabled={pasted.trim() === ''}
              onClick={() => {
                showTexts(controller, {
                  ...{ state: 'cutting', notes: [], cut: likelyCut(pasted) },
                  files: [{ name: 'Pasted text', text: pasted }],
                });
                setPasted('');
              }}
            >
              Continue
            </Button>
          )}
          {ready && (
            <Button
              variant="primary"
              disabled={!ready.ok || ready.data.rows < FEWEST}
              onClick={() => {
                if (ready.ok) void takeTexts(controller, ready.data);
              }}
            >
              {ready.ok ? `Use ${ready.data.rows.toLocaleString('en-US')} documents` : 'Use'}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.body}>
        {loading?.state === 'pasting' && (
          <textarea
            className={styles.paste}
            aria-label="Text"
            placeholder="Paste a text here: several documents with empty lines between them, or a document in each line."
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
        )}
        {loading?.state === 'reading' && (
          <Progress label="Reading the texts" fraction={loading.fraction} />
        )}
        {loading?.state === 'refused' && (
          <div role="alert">
            {loading.problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
          </div>
        )}
        {loading?.state === 'cutting' && <CutChoice loading={loading} />}
        {loading?.state === 'columns' && <ColumnChoices loading={loading} />}
        {ready && <Documents ready={ready} />}
      </div>
    </Dialog>
  );
}

const TITLES: Readonly<Record<TextsLoading['state'], string>> = {
  pasting: 'Paste a text',
  reading: 'Own texts',
  refused: 'The texts could not be read',
  cutting: 'What is a document?',
  columns: 'Columns of the table',
};

type Ready =
  | { readonly ok: true; readonly data: OwnData }
  | { readonly ok: false; readonly message: string };

function documentsOf(loading: TextsLoading | null): Ready | null {
  try {
    if (loading?.state === 'cutting')
      return { ok: true, data: documentsOfFiles(loading.files, loading.cut) };
    if (loading?.state === 'columns')
      return { ok: true, data: documentsOfTable(loading.table, loading.columns) };
    return null;
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

const CUT_WORDS: Readonly<Record<Cut | 'files', string>> = {
  files: 'Each file',
  paragraphs: 'Paragraphs',
  lines: 'Lines',
  length: 'Pieces of equal length',
};

function CutChoice({ loading }: { readonly loading: Extract<TextsLoading, { state: 'cutting' }> }) {
  const controller = useController();
  const { files, notes, cut } = loading;
  const cuts: readonly (Cut | 'files')[] = files.length > 1 ? ['files', ...CUTS] : CUTS;
  return (
    <>
      <Segmented
        label="Documents are"
        value={cut ?? 'files'}
        segments={cuts.map((value) => ({ value, label: CUT_WORDS[value] }))}
        onChange={(value) =>
          showTexts(controller, { ...loading, cut: value === 'files' ? null : value })
        }
      />
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </>
  );
}

function ColumnChoices({
  loading,
}: {
  readonly loading: Extract<TextsLoading, { state: 'columns' }>;
}) {
  const controller = useController();
  const { table, columns, file, answers } = loading;
  const named = table.columns.map(({ position, name }) => ({
    value: String(position),
    label: name,
  }));
  const candidates = new Set(textCandidates(table).map(({ position }) => String(position)));
  const choose = (change: Partial<TextColumns>) =>
    showTexts(controller, { ...loading, columns: { ...columns, ...change } });
  return (
    <>
      <ReadingDecisions
        decisions={table.decisions.filter(({ id }) => ABOUT_ROWS.includes(id))}
        onAnswer={(id, value) => void loadTexts(controller, [file], { ...answers, [id]: value })}
      />
      <div className={styles.columns}>
        <Choice
          label="Texts"
          value={String(columns.text)}
          options={named.filter(({ value }) => candidates.has(value))}
          onChange={(value) => choose({ text: Number(value) })}
        />
        {OTHERS.map(([role, label]) => (
          <Choice
            key={role}
            label={label}
            value={columns[role] === null ? '' : String(columns[role])}
            options={[{ value: '', label: 'None' }, ...named]}
            onChange={(value) => choose({ [role]: value === '' ? null : Number(value) })}
          />
        ))}
      </div>
    </>
  );
}

const OTHERS = [
  ['title', 'Titles'],
  ['date', 'Dates'],
  ['group', 'Groups'],
] as const;

function Documents({ ready }: { readonly ready: Ready }) {
  if (!ready.ok) return <p role="alert">{ready.message}</p>;
  const { documents, rows } = ready.data;
  return (
    <>
      <p role="status">
        {rows < FEWEST
          ? `Topics need at least ${FEWEST} documents; there ${rows === 1 ? 'is 1' : 'are none'}.`
          : `${rows.toLocaleString('en-US')} documents. The first ones:`}
      </p>
      <ol className={styles.documents}>
        {documents?.texts.slice(0, SHOWN).map((text, d) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a document is its place
          <li key={d} dir="auto">
            <strong>{documents.titles[d]}</strong> <span>{text.slice(0, 160)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
