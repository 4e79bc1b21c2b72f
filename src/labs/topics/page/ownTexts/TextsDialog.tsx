import { type ReactNode, useMemo, useState } from 'react';
import type { Table } from '../../../../datasets/csv/table.ts';
import type { OwnData } from '../../../../datasets/ownData.ts';
import { CUTS, type Cut, likelyCut } from '../../../../datasets/texts/cutTexts.ts';
import {
  documentsOfGenotypes,
  type GenotypeColumns,
} from '../../../../datasets/texts/genotypes.ts';
import { documentsOfFiles } from '../../../../datasets/texts/readTexts.ts';
import {
  documentsOfTable,
  type TextColumns,
  textCandidates,
} from '../../../../datasets/texts/textColumns.ts';
import { grouped } from '../../../../settings/words.ts';
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
              {ready.ok ? `Use ${grouped(ready.data.rows)} ${nounOf(ready.data)}` : 'Use'}
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
        {loading?.state === 'genotypes' && <GenotypeChoices loading={loading} />}
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

const nounOf = ({ documents }: OwnData) => (documents?.loci ? 'individuals' : 'documents');

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
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </>
  );
}

type OfTable = Extract<TextsLoading, { state: 'columns' | 'genotypes' }>;

/** What the reader decided about the rows, and the columns that may be chosen. */
function TableChoices({ loading, children }: { loading: OfTable; children: ReactNode }) {
  const controller = useController();
  const { table, file, answers } = loading;
  return (
    <>
      <ReadingDecisions
        decisions={table.decisions.filter(({ id }) => ABOUT_ROWS.includes(id))}
        onAnswer={(id, value) => void loadTexts(controller, [file], { ...answers, [id]: value })}
      />
      <div className={styles.columns}>{children}</div>
    </>
  );
}

interface ColumnChoiceProps {
  readonly label: string;
  readonly table: Table;
  readonly value: number | null;
  readonly onChange: (position: number | null) => void;
}

/** A column, or none. */
const ColumnChoice = ({ label, table, value, onChange }: ColumnChoiceProps) => (
  <Choice
    label={label}
    value={value === null ? '' : String(value)}
    options={[
      { value: '', label: 'None' },
      ...table.columns.map(({ position, name }) => ({ value: String(position), label: name })),
    ]}
    onChange={(chosen) => onChange(chosen === '' ? null : Number(chosen))}
  />
);

function ColumnChoices({ loading }: { readonly loading: Extract<OfTable, { state: 'columns' }> }) {
  const controller = useController();
  const { table, columns } = loading;
  const choose = (change: Partial<TextColumns>) =>
    showTexts(controller, { ...loading, columns: { ...columns, ...change } });
  return (
    <TableChoices loading={loading}>
      <Choice
        label="Texts"
        value={String(columns.text)}
        options={textCandidates(table).map(({ position, name }) => ({
          ...{ value: String(position), label: name },
        }))}
        onChange={(value) => choose({ text: Number(value) })}
      />
      {OTHERS.map(([role, label]) => (
        <ColumnChoice
          key={role}
          {...{ label, table, value: columns[role] }}
          onChange={(position) => choose({ [role]: position })}
        />
      ))}
    </TableChoices>
  );
}

const OTHERS = [
  ['title', 'Titles'],
  ['date', 'Dates'],
  ['group', 'Groups'],
] as const;

function GenotypeChoices({
  loading,
}: {
  readonly loading: Extract<OfTable, { state: 'genotypes' }>;
}) {
  const controller = useController();
  const { table, columns } = loading;
  const choose = (change: Partial<GenotypeColumns>) =>
    showTexts(controller, { ...loading, columns: { ...columns, ...change } });
  const names = columns.markers.map((position) => table.columns[position].name);
  return (
    <>
      <p>
        A table of genotypes: {names.length} markers, from {names[0]} to {names.at(-1)}.
      </p>
      <TableChoices loading={loading}>
        <ColumnChoice
          {...{ label: 'Individuals', table, value: columns.title }}
          onChange={(title) => choose({ title })}
        />
        <ColumnChoice
          {...{ label: 'Populations', table, value: columns.group }}
          onChange={(group) => choose({ group })}
        />
      </TableChoices>
    </>
  );
}

function Documents({ ready }: { readonly ready: Ready }) {
  if (!ready.ok) return <p role="alert">{ready.message}</p>;
  const { documents, rows } = ready.data;
  return (
    <>
      <p role="status">
        {rows < FEWEST
          ? `At least ${FEWEST} ${nounOf(ready.data)} are needed; there ${rows === 1 ? 'is 1' : 'are none'}.`
          : `${grouped(rows)} ${nounOf(ready.data)}. The first ones:`}
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
