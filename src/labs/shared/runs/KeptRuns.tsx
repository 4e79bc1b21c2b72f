import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { KeptRun } from '../../../files/keptRuns.ts';
import { letterOf } from '../../../plots/chart/ghost.ts';
import { ghostStyle } from '../../../plots/style/ghostStyle.ts';
import { useTheme } from '../../../plots/style/theme.ts';
import type { Outcome } from '../../../session/protocol.ts';
import type { SpareTask } from '../../../session/spareWorker.ts';
import { grouped } from '../../../settings/words.ts';
import { useController, useDocument, useExports, useLab, useRun } from '../../../store/context.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { useTextEntry } from '../../../ui/useTextEntry.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { fileName, saveFile } from '../keeping/exports.ts';
import { type ComparedRun, comparisonOf } from './comparison.ts';
import styles from './KeptRuns.module.css';
import { areRunsShown, keepRun, openRun, removeRun, renameRun } from './keptRuns.ts';
import { curvesCsv, runsCsv } from './runsCsv.ts';
import { keptTraining, trainKept } from './trainKept.ts';

const NOTHING: readonly KeptRun[] = [];
const LONGEST_NAME = 24;

/** The runs that are kept, below the stage: in what they differ, and what came out. */
export function KeptRuns() {
  const controller = useController();
  const exports = useExports();
  const lab = useLab();
  const kept = useDocument((document) => document.kept) ?? NOTHING;
  const open = useOpenRun();
  const columns = useMemo(() => comparisonOf(lab, [open, ...kept]), [lab, open, kept]);
  const run = { lab: lab.id, seed: open.seed, step: open.steps };
  const trained = kept.flatMap(({ name, result }) =>
    result ? [{ name, curve: result.curve }] : [],
  );
  return (
    <section aria-label="Kept runs" className={styles.strip}>
      <header className={styles.header}>
        <h2 className={styles.title}>Kept runs</h2>
        <div className={styles.buttons}>
          <Button
            size="small"
            tooltip="Keep this run for comparison (K)"
            onClick={() => void keepRun(controller, exports)}
          >
            Keep this run
          </Button>
          <Button
            size="small"
            tooltip="The table as CSV"
            disabled={kept.length === 0}
            onClick={() => saveFile(fileName(run, 'runs', 'csv'), runsCsv(lab, kept), 'text/csv')}
          >
            Save table
          </Button>
          <Button
            size="small"
            tooltip="The curves of the kept runs as CSV"
            disabled={trained.length === 0}
            onClick={() =>
              saveFile(fileName(run, 'run-curves', 'csv'), curvesCsv(trained), 'text/csv')
            }
          >
            Save curves
          </Button>
          <IconButton
            size="small"
            icon="close"
            label="Close the kept runs"
            tooltip="Close (Shift+K)"
            onClick={() => controller.setEntry(areRunsShown, () => false)}
          />
        </div>
      </header>
      {/* biome-ignore-start lint/a11y/useSemanticElements lint/a11y/noNoninteractiveTabindex: what scrolls is reachable by keyboard, and no set of fields */}
      <div className={styles.body} role="group" aria-label="Table of the kept runs" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Run</th>
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row" className={styles.open}>
                Open now
              </th>
              <Cells columns={columns} row={0} />
              <td />
            </tr>
            {kept.map((one, index) => (
              <tr key={one.id}>
                <RunName run={one} />
                <Cells columns={columns} row={index + 1} />
                <td>
                  <div className={styles.ways}>
                    {one.result === null && <NotTrained run={one} />}
                    <Button
                      size="small"
                      aria-label={`Open ${one.name}`}
                      tooltip={`Open it in the lab, ${one.result?.checkpoint ? 'with its model' : 'with its settings and seed'}; can be undone`}
                      onClick={() => void openRun(controller, one)}
                    >
                      Open
                    </Button>
                    <IconButton
                      size="small"
                      icon="close"
                      label={`Remove ${one.name}`}
                      onClick={() => removeRun(controller, one)}
                    />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {kept.length === 0 && (
          <p className={styles.empty}>
            No run is kept. Keep this one, change a setting or the seed, train again: the table
            shows what differs.
          </p>
        )}
      </div>
      {/* biome-ignore-end lint/a11y/useSemanticElements lint/a11y/noNoninteractiveTabindex: as above */}
    </section>
  );
}

/** A run that a link has brought has neither curve nor figures until it is trained here. */
function NotTrained({ run }: { readonly run: KeptRun }) {
  const controller = useController();
  const exports = useExports();
  const training = keptTraining(controller);
  const phase = useStore(training.state, (state) => state.phase);
  const own = useStore(training.state, ({ runs }) => runs.find(({ task }) => isOf(task, run)));
  const isTraining = phase === 'training';
  if (!exports) return null;
  return (
    <>
      <span className={styles.none}>
        {isTraining && own ? `step ${grouped(own.step)}` : 'not trained here'}
      </span>
      <Button
        size="small"
        aria-label={`${isTraining && own ? 'Cancel training' : 'Train'} ${run.name}`}
        tooltip="Train it in a worker next to the page: its curve joins the others"
        disabled={isTraining && !own}
        onClick={() => {
          if (isTraining) training.clear();
          else void trainKept(controller, exports, run);
        }}
      >
        {isTraining && own ? 'Cancel' : 'Train'}
      </Button>
    </>
  );
}

const isOf = (task: SpareTask, { seed, settings }: KeptRun): boolean =>
  task.seed === seed && task.settings === settings;

interface CellsProps {
  readonly columns: ReturnType<typeof comparisonOf>;
  readonly row: number;
}

function Cells({ columns, row }: CellsProps) {
  return columns.map(({ name, texts, best }) => (
    <td key={name} className={classNames(best === row && styles.best)}>
      {texts[row]}
      {best === row && <VisuallyHidden> (best)</VisuallyHidden>}
    </td>
  ));
}

/** Line and letter as in the chart, and the name, which can be changed. */
function RunName({ run }: { readonly run: KeptRun }) {
  const controller = useController();
  const style = ghostStyle(run.mark, useTheme());
  const { inputProps, problem } = useTextEntry({
    value: run.name,
    limit: LONGEST_NAME,
    onCommit: async (text) => renameRun(controller, run, text),
    problemOf: (text) => (text === '' ? 'A run has a name.' : null),
  });
  return (
    <th scope="row">
      <span className={styles.name}>
        <svg width="30" height="16" aria-hidden="true">
          <line
            x1="0"
            x2="16"
            y1="8"
            y2="8"
            stroke={style.colour}
            strokeWidth={style.width}
            strokeDasharray={style.dashes}
          />
          <text x="23" y="8" dy="0.35em" textAnchor="middle" className={styles.letter}>
            {letterOf(run.mark)}
          </text>
        </svg>
        <VisuallyHidden>{run.name}</VisuallyHidden>
        <input
          {...inputProps}
          className={styles.entry}
          size={Math.max(6, inputProps.value.length)}
          aria-label={`Name of run ${letterOf(run.mark)}`}
          aria-invalid={problem !== null}
        />
      </span>
    </th>
  );
}

/** The run that is open, as a row: its scores are taken while training rests. */
function useOpenRun(): ComparedRun {
  const controller = useController();
  const settings = useDocument((document) => document.settings);
  const seed = useDocument((document) => document.seed);
  const edits = useDocument((document) => document.edits);
  const ownData = useDocument((document) => document.ownData);
  const steps = useRun(({ step }) => step);
  const objective = useRun((state) => state.objective);
  const isAtRest = useRun(({ phase }) => phase === 'ready');
  const isPending = useRun((state) => state.isObjectivePending);
  const runId = useRun((state) => state.runId);
  const [known, setKnown] = useState<Pick<Outcome, 'step' | 'scores' | 'objective'> | null>(null);
  const asked = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the model has changed
  useEffect(() => {
    const question = ++asked.current;
    setKnown(null);
    if (!isAtRest || isPending) return;
    controller.outcome().then(
      (outcome) => question === asked.current && setKnown(outcome),
      // The worker has died: its successor is asked when it comes to rest.
      () => undefined,
    );
  }, [controller, isAtRest, isPending, steps, runId, edits, settings]);
  return useMemo(
    () => ({
      ...{ name: 'Open now', mark: null, settings, seed, edits, ownData, steps },
      result: known ?? (objective ? { objective, scores: [] } : null),
    }),
    [settings, seed, edits, ownData, steps, objective, known],
  );
}
