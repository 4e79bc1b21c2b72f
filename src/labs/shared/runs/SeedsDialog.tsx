import { useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { DotStrip } from '../../../plots/chart/DotStrip.tsx';
import { trainAlike } from '../../../settings/sameTraining.ts';
import { counted } from '../../../settings/words.ts';
import { useController, useDocument, useExports, useLab, useRun } from '../../../store/context.ts';
import type { SpareRun } from '../../../store/spareTraining.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { InlineNotice } from '../../../ui/InlineNotice.tsx';
import { NumberEntry } from '../../../ui/NumberEntry.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { objectiveOf } from '../../lab.ts';
import { fileName, saveFile } from '../keeping/exports.ts';
import { curvesCsv, runsCsv } from './runsCsv.ts';
import styles from './SeedsDialog.module.css';
import { SeedTiles } from './SeedTiles.tsx';
import {
  areSeedsShown,
  bestRun,
  cancelSeeds,
  fractionOf,
  MOST_SEEDS,
  seedRows,
  seedTraining,
  spreadsOf,
  takeSeed,
  trainSeeds,
  USUAL_SEEDS,
  usualSteps,
} from './seedRuns.ts';

const WHOLE = { step: 1, scale: 'linear', integer: true } as const;
const COUNTS = { ...WHOLE, min: 1, max: MOST_SEEDS };
const SEEDS = { ...WHOLE, min: 0, max: Number.MAX_SAFE_INTEGER - MOST_SEEDS };
const STEPS = { ...WHOLE, min: 1, max: 100_000 };
/** More would push the pictures out of sight. */
const MOST_STRIPS = 3;

/** Trains the present settings under many seeds, and shows what came out of each. */
export default function SeedsDialog() {
  const controller = useController();
  const lab = useLab();
  const exports = useExports();
  const training = seedTraining(controller);
  const { phase, runs, workers } = useStore(training.state);
  const settings = useDocument((document) => document.settings);
  const seed = useDocument((document) => document.seed);
  const step = useRun((run) => run.step);
  const [count, setCount] = useState(USUAL_SEEDS);
  const [first, setFirst] = useState(seed);
  const [steps, setSteps] = useState(() => (step > 0 ? step : usualSteps(lab)));
  const isTraining = phase === 'training';
  const done = runs.filter(({ outcome }) => outcome !== null);
  const spreads = useMemo(() => spreadsOf(lab, runs), [lab, runs]);
  const best = useMemo(() => bestRun(lab, runs), [lab, runs]);
  const [task] = runs.map((run) => run.task);
  const isOfOthers = task && !trainAlike(lab.table, task.settings, settings, task.steps);
  const close = () => controller.setEntry(areSeedsShown, () => false);
  const save = async (what: 'seeds' | 'seed-curves') => {
    if (!exports) return;
    const rows = seedRows(lab, runs, await exports());
    const text =
      what === 'seeds'
        ? runsCsv(lab, rows)
        : curvesCsv(rows.map(({ name, result }) => ({ name, curve: result.curve })));
    const of = { lab: lab.id, seed: rows[0]?.seed ?? seed, step: rows[0]?.steps ?? step };
    saveFile(fileName(of, what, 'csv'), text, 'text/csv');
  };
  const open = async (run: SpareRun) => {
    if (await takeSeed(controller, run)) close();
  };
  return (
    <Dialog
      title="Train several seeds"
      open
      isWide
      onOpenChange={close}
      footer={
        <>
          <Button disabled={done.length === 0} onClick={() => void save('seeds')}>
            Save results
          </Button>
          <Button disabled={done.length === 0} onClick={() => void save('seed-curves')}>
            Save curves
          </Button>
          <Button
            variant="primary"
            className={styles.start}
            onClick={() => {
              if (isTraining) cancelSeeds(controller);
              else void trainSeeds(controller, { count, first, steps });
            }}
          >
            {isTraining ? 'Cancel' : `Train ${counted(count, 'seed')}`}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <Field
          label="Seeds"
          value={count}
          range={COUNTS}
          digits={3}
          onCommit={setCount}
          disabled={isTraining}
        />
        <Field
          label="First seed"
          value={first}
          range={SEEDS}
          digits={7}
          onCommit={setFirst}
          disabled={isTraining}
        />
        <Field
          label="Steps of each"
          value={steps}
          range={STEPS}
          digits={7}
          onCommit={setSteps}
          disabled={isTraining}
        />
      </div>
      <p className={styles.text}>
        The present settings are trained from scratch under each seed, in workers next to the page
        and on WebAssembly. The run on the page is paused meanwhile; you can close this dialog.
      </p>
      {phase !== 'idle' && (
        <>
          <Progress
            label={
              isTraining
                ? `${done.length} of ${counted(runs.length, 'seed')} done, in ${counted(workers, 'worker')}`
                : phase === 'cancelled'
                  ? `Cancelled: ${counted(done.length, 'seed')} done`
                  : `${counted(done.length, 'seed')} done`
            }
            fraction={isTraining ? fractionOf({ runs }) : 1}
          />
          {isOfOthers && (
            <InlineNotice kind="info">
              These seeds were trained with other settings than those that are set now.
            </InlineNotice>
          )}
          <div className={styles.strips}>
            {spreads.slice(0, MOST_STRIPS).map((spread, index) => (
              <div key={spread.name} className={styles.strip}>
                <DotStrip
                  {...spread}
                  name={
                    index === 0
                      ? withUnit(spread.name, objectiveOf(lab, task.settings).unit)
                      : spread.name
                  }
                />
              </div>
            ))}
          </div>
          <SeedTiles runs={runs} best={best} onOpen={open} />
        </>
      )}
    </Dialog>
  );
}

const withUnit = (name: string, unit: string): string => (unit === '' ? name : `${name}, ${unit}`);

type FieldProps = Parameters<typeof NumberEntry>[0];

function Field(props: FieldProps) {
  const id = useId();
  return (
    <span className={styles.field}>
      <span id={id} aria-hidden="true">
        {props.label}
      </span>
      <NumberEntry {...props} />
    </span>
  );
}
