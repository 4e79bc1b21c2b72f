import { useMemo, useState } from 'react';
import type { OwnData } from '../../../../datasets/ownData.ts';
import { CUTS, type Cut, likelyCut } from '../../../../datasets/texts/cutTexts.ts';
import { documentsOfGenotypes } from '../../../../datasets/texts/genotypes.ts';
import { documentsOfFiles } from '../../../../datasets/texts/readTexts.ts';
import { documentsOfTable, textCandidates } from '../../../../datasets/texts/textColumns.ts';
import { counted } from '../../../../settings/words.ts';
import { useController } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Choice } from '../../../../ui/Choice.tsx';
import { classNames } from '../../../../ui/classNames.ts';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { Progress } from '../../../../ui/Progress.tsx';
import { Segmented } from '../../../../ui/Segmented.tsx';
import { ReadingDecisions } from '../../../shared/ownData/columns/ReadingDecisions.tsx';
import common from '../topics.module.css';
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
              {ready.ok ? `Use ${counted(ready.data.rows, nounOf(ready.data))}` : 'Use'}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.body}>
        {loading?.state === 'pasting' && (
          <textarea
            className={classNames(common.field, styles.paste)}
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
        {(loading?.state === 'columns' || loading?.state === 'genotypes') && (
          <ColumnChoices loading={loading} />
        )}
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
  genotypes: 'Columns of the table',
};

const nounOf = ({ documents }: OwnData) => (documents?.loci ? 'individual' : 'document');

type Ready =
  | { readonly ok: true; readonly data: OwnData }
  | { readonly ok: false; readonly message: string };

function documentsOf(loading: TextsLoading | null): Ready | null {
  try {
    if (loading?.state === 'cutting')
      return { ok: true, data: documentsOfFiles(loading.files, loading.cut) };
    if (loading?.state === 'columns')
      return { ok: true, data: documentsOfTable(loading.table, loading.columns) };
    if (loading?.state === 'genotypes')
      return { ok: true, data: documentsOfGenotypes(loading.table, loading.columns) };
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
        <p key={note} className={common.note}>
          {note}
        </p>
      ))}
    </>
  );
}

type OfTable = Extract<TextsLoading, { state: 'columns' | 'genotypes' }>;

/** What the reader decided about the rows, and which column has which role. */
function ColumnChoices({ loading }: { readonly loading: OfTable }) {
  const controller = useController();
  const { table, file, answers, columns } = loading;
  const markers = 'markers' in columns ? columns.markers.map((at) => table.columns[at].name) : null;
  return (
    <>
      {markers && (
        <p>
          A table of genotypes: {markers.length} markers, from {markers[0]} to {markers.at(-1)}.
        </p>
      )}
      <ReadingDecisions
        decisions={table.decisions.filter(({ id }) => ABOUT_ROWS.includes(id))}
        onAnswer={(id, value) => void loadTexts(controller, [file], { ...answers, [id]: value })}
      />
      <div className={styles.columns}>
        {Object.entries(ROLES[loading.state]).map(([role, label]) => (
          <Choice
            key={role}
            label={label}
            value={String(columns[role as keyof typeof columns] ?? '')}
            options={[
              ...(role === 'text' ? [] : [{ value: '', label: 'None' }]),
              ...(role === 'text' ? textCandidates(table) : table.columns).map((column) => ({
                ...{ value: String(column.position), label: column.name },
              })),
            ]}
            onChange={(chosen) => {
              const changed = { [role]: chosen === '' ? null : Number(chosen) };
              showTexts(controller, {
                ...loading,
                columns: { ...columns, ...changed },
              } as TextsLoading);
            }}
          />
        ))}
      </div>
    </>
  );
}

const ROLES: Readonly<Record<OfTable['state'], Readonly<Record<string, string>>>> = {
  columns: { text: 'Texts', title: 'Titles', date: 'Dates', group: 'Groups' },
  genotypes: { title: 'Individuals', group: 'Populations' },
};

function Documents({ ready }: { readonly ready: Ready }) {
  if (!ready.ok) return <p role="alert">{ready.message}</p>;
  const { documents, rows } = ready.data;
  return (
    <>
      <p role="status">
        {rows < FEWEST
          ? `At least ${counted(FEWEST, nounOf(ready.data))} are needed; there ${rows === 1 ? 'is 1' : 'are none'}.`
          : `${counted(rows, nounOf(ready.data))}. The first ones:`}
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
