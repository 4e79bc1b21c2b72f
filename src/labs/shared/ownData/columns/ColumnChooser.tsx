import { useState } from 'react';
import { timeUse } from '../../../../datasets/csv/chooseColumns.ts';
import { MAX_COLUMNS, mayBeClasses } from '../../../../datasets/csv/suggestRoles.ts';
import type { Table } from '../../../../datasets/csv/table.ts';
import { mayBeAxis, timeInWords } from '../../../../datasets/csv/timeAxis.ts';
import { grouped } from '../../../../settings/words.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Choice } from '../../../../ui/Choice.tsx';
import styles from './ColumnChooser.module.css';
import { ColumnTable } from './ColumnTable.tsx';
import { Problems } from './Problems.tsx';
import { ChosenReading, ReadingDecisions } from './ReadingDecisions.tsx';
import type { ChosenColumns, TimeUse } from './useColumnChoice.ts';

/** Columns that need no search. */
const FEW = 8;

export interface ColumnChooserProps {
  readonly table: Table;
  readonly columns: ChosenColumns;
  readonly onAnswer: (id: string, value: string) => void;
}

/** How a file was read, and which of its columns are used. */
export function ColumnChooser({ table, columns, onAnswer }: ColumnChooserProps) {
  const [sought, setSought] = useState('');
  const { choice, result } = columns;
  const shown = table.columns.filter(({ name }) =>
    name.toLowerCase().includes(sought.trim().toLowerCase()),
  );
  const usable = shown.filter(({ kind }) => kind === 'numbers').map(({ position }) => position);
  const problems = result.ok ? [] : result.problems.filter(({ kind }) => kind !== 'question');
  const notes = result.ok ? result.warnings.filter(({ kind }) => kind !== 'read-as') : table.notes;
  return (
    <div className={styles.chooser}>
      <ReadingDecisions decisions={table.decisions} onAnswer={onAnswer} />
      <TimeChoice table={table} columns={columns} />
      {problems.length > 0 && <Problems problems={problems} />}
      {notes.map(({ message }) => (
        <p key={message} className={styles.note}>
          {message}
        </p>
      ))}
      <div className={styles.bar}>
        <p role="status">{usedInWords(table, choice.values.length)}</p>
        {table.columns.length > FEW && (
          <>
            <input
              type="search"
              className={styles.search}
              aria-label="Find a column"
              placeholder="Find a column"
              value={sought}
              onChange={(event) => setSought(event.target.value)}
            />
            <Button size="small" onClick={() => columns.use(usable, true)}>
              Use all
            </Button>
            <Button size="small" onClick={() => columns.use(usable, false)}>
              Use none
            </Button>
          </>
        )}
      </div>
      <ColumnTable table={table} shown={shown} columns={columns} />
      {table.form === 'points' && <ClassChoice table={table} columns={columns} />}
    </div>
  );
}

/** What becomes of a column of dates or years: said, and changed at once. */
function TimeChoice({ table, columns }: Pick<ColumnChooserProps, 'table' | 'columns'>) {
  const { time, rows } = table;
  const use = timeUse(table, columns.choice);
  const text = timeInWords(table, use);
  if (!time || text === null) return null;
  const isSteps = time.spacing.kind === 'gaps';
  return (
    <ChosenReading
      text={text}
      label={`What to do with "${table.columns[time.position].name}"`}
      value={use}
      options={[
        ...(mayBeAxis(time, rows)
          ? [{ value: 'axis', label: isSteps ? 'Use as the axis, with gaps' : 'Use as the axis' }]
          : []),
        { value: 'data', label: 'Use it as data' },
        { value: 'nothing', label: 'Leave it out' },
      ]}
      onChange={(value) => columns.date(value as TimeUse)}
    />
  );
}

/** "2 of 30 columns are used (at most 16), with 272 rows." */
function usedInWords({ columns, form, rows }: Table, used: number): string {
  const most = columns.length > MAX_COLUMNS[form] ? ` (at most ${MAX_COLUMNS[form]})` : '';
  return `${used} of ${columns.length} columns are used${most}, with ${grouped(rows)} rows.`;
}

/** The column of classes: for colours and agreement, the models do not see it. */
function ClassChoice({ table, columns }: Pick<ColumnChooserProps, 'table' | 'columns'>) {
  const options = table.columns.filter(mayBeClasses).map(({ position, name, distinct }) => ({
    value: String(position),
    label: `${name} (${distinct})`,
  }));
  if (options.length === 0) return null;
  return (
    <div className={styles.classes}>
      <Choice
        label="Classes"
        help="Classes colour the points and are compared with clusters. No model sees them. Cells may be empty."
        value={columns.choice.label === null ? '' : String(columns.choice.label)}
        options={[{ value: '', label: 'None' }, ...options]}
        onChange={(value) => columns.classify(value === '' ? null : Number(value))}
      />
    </div>
  );
}
