import { memo, type ReactNode, useEffect, useMemo, useState } from 'react';
import { nextInterval, robustInterval } from '../../../plots/chart/intervals.ts';
import { keyOf } from '../../../plots/chart/objective.ts';
import { SmallCurve } from '../../../plots/chart/SmallCurve.tsx';
import { useSteady } from '../../../plots/host/useSteady.ts';
import { useExports, useLab } from '../../../store/context.ts';
import type { SpareRun } from '../../../store/spareTraining.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { objectiveOf } from '../../lab.ts';
import type { LabExports } from '../keeping/labExports.ts';
import { LatentMiniature, type PlanePicture } from '../LatentMiniature.tsx';
import styles from './SeedsDialog.module.css';
import { objectiveText } from './seedRuns.ts';

interface SeedTilesProps {
  readonly runs: readonly SpareRun[];
  readonly best: SpareRun | null;
  readonly onOpen: (run: SpareRun) => void;
}

/** A small picture of each seed with its objective, and a button that takes it over. */
export function SeedTiles({ runs, best, onOpen }: SeedTilesProps) {
  const lab = useLab();
  const load = useExports();
  const [exports, setExports] = useState<LabExports | null>(null);
  useEffect(() => {
    void load?.().then(setExports);
  }, [load]);
  const curves = runs.map(({ task, history }) => ({
    xs: history.step,
    values: history.terms[keyOf(objectiveOf(lab, task.settings))] ?? [],
  }));
  // The same for all, and as long as all fit, so that one that grows does not draw the others again.
  const [first] = runs;
  const y = useSteady(
    robustInterval(curves.map(({ values }) => values)),
    `${first?.task.seed} ${first?.task.steps}`,
    nextInterval,
  );
  const steps = first?.task.steps ?? 1;
  const x = useMemo(() => ({ low: 0, high: steps }), [steps]);
  return (
    <ul className={styles.tiles}>
      {runs.map((run, index) => {
        const { task, state, outcome, step, problem } = run;
        const isBest = run === best;
        const text = outcome ? objectiveText(lab, task.settings, outcome) : null;
        return (
          <li key={task.seed} className={classNames(styles.tile, isBest && styles.bestTile)}>
            <span className={styles.caption}>
              <span>Seed {task.seed}</span>
              {isBest && <strong>best</strong>}
            </span>
            <div className={styles.picture}>
              <Still
                {...{ run, exports }}
                fallback={
                  <SmallCurve
                    {...{ ...curves[index], x, y }}
                    label={`Training curve of seed ${task.seed}`}
                  />
                }
              />
            </div>
            <span className={styles.figure}>
              {text ??
                (state === 'waiting' ? 'waits' : state === 'failed' ? 'failed' : `step ${step}`)}
            </span>
            <Button
              size="small"
              disabled={outcome === null}
              aria-label={`Open seed ${task.seed}`}
              tooltip={problem ?? 'Take this seed over into the lab, with its model; can be undone'}
              onClick={() => onOpen(run)}
            >
              Open
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** Points enough for a small picture. */
const MOST_POINTS = 160;

/** Every so many rows. */
function thinned({ latents, dimension: d, assignments, clusters }: PlanePicture): PlanePicture {
  const rows = latents.length / d;
  const every = Math.ceil(rows / MOST_POINTS);
  const kept = Array.from({ length: Math.ceil(rows / every) }, (_, i) => i * every);
  return {
    ...{ dimension: d, clusters },
    latents: kept.flatMap((row) => Array.from({ length: d }, (_, j) => latents[row * d + j])),
    assignments: kept.map((row) => assignments[row]),
  };
}

interface StillProps {
  readonly run: SpareRun;
  /** Null until they are loaded. */
  readonly exports: LabExports | null;
  /** Until it is done, and in labs without a plane. */
  readonly fallback: ReactNode;
}

function Still({ run: { task, outcome }, exports, fallback }: StillProps) {
  const picture = useMemo(() => {
    const whole = outcome && exports?.smallPicture?.(outcome.snapshot, outcome.dataset);
    return whole && whole.dimension > 1 ? thinned(whole) : null;
  }, [outcome, exports]);
  if (!picture) return fallback;
  return <Miniature {...picture} label={`Clusters of seed ${task.seed}`} />;
}

const Miniature = memo(LatentMiniature);
