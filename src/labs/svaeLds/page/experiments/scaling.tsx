/** Experiments that multiply one column or one latent: which, and by what. */

import { useMemo } from 'react';
import { ErrorBars } from '../../../../plots/chart/ErrorBars.tsx';
import { useRun } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { NumberSlider } from '../../../../ui/NumberSlider.tsx';
import { formatFixed } from '../../../../ui/numbers.ts';
import { snapshotOf } from '../../../lab.ts';
import { useEditsOf } from '../../../shared/editing/useEditsOf.ts';
import { useInspection } from '../../../shared/useInspection.ts';
import { svaeLds } from '../../lab.ts';
import styles from './ExperimentsPanel.module.css';
import { useExperimentEdit } from './useExperimentEdit.ts';

/** Those of the thesis. */
const COLUMN_FACTORS = [0.8, 0.9, 1, 1.1, 1.2];
const LATENT_FACTORS = [0, 0.1, 1, 10, 100];
const RUNS = 10;

/** Figures 6.8 and 6.9: one column of the transition times each factor. */
export function ColumnScaling() {
  const { finish } = useExperimentEdit('scaleTransitionColumn');
  const { column, factor } = useEditsOf(svaeLds, 'scaleTransitionColumn').at(0) ?? FIRST_COLUMN;
  const { isTraining, state } = useModelUnder('scaleTransitionColumn');
  const query = useMemo(
    () => (isTraining ? null : ({ kind: 'columnScan', column, factors: COLUMN_FACTORS } as const)),
    [isTraining, column],
  );
  const { inspection, failure } = useInspection(svaeLds, query, state);
  return (
    <>
      <Scaled
        what="column"
        which={column}
        factors={COLUMN_FACTORS}
        factor={factor}
        onChange={(chosen, by) =>
          finish({ kind: 'scaleTransitionColumn', column: chosen, factor: by })
        }
      />
      {failure !== null && <p role="alert">{failure}</p>}
      <table className={styles.table}>
        <caption>Column {(inspection?.column ?? column) + 1} times each factor</caption>
        <thead>
          <tr>
            <th scope="col">factor</th>
            <th scope="col">period</th>
            <th scope="col">spectral radius</th>
            <th scope="col">motion left</th>
          </tr>
        </thead>
        <tbody>
          {(inspection?.points ?? []).map(({ factor: at, period, spectralRadius, motion }) => (
            <tr key={at} aria-current={at === factor || undefined}>
              <th scope="row">{formatFixed(at, 1)}</th>
              <td>{formatFixed(period, 1)}</td>
              <td>{formatFixed(spectralRadius, 3)}</td>
              <td>{motion === null ? '–' : `${formatFixed(100 * motion, 0)} %`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const FIRST_COLUMN = { column: 0, factor: 1 };
const FIRST_LATENT = { latent: 0, factor: 1 };

/** Figure 6.6: one latent times each factor, and how well what was seen is reconstructed. */
export function LatentScaling() {
  const { finish } = useExperimentEdit('scaleLatent');
  const { latent, factor } = useEditsOf(svaeLds, 'scaleLatent').at(0) ?? FIRST_LATENT;
  const { isTraining, state } = useModelUnder('scaleLatent');
  const query = useMemo(
    () =>
      isTraining
        ? null
        : ({ kind: 'latentScaling', latent, factors: LATENT_FACTORS, runs: RUNS } as const),
    [isTraining, latent],
  );
  const { inspection, failure } = useInspection(svaeLds, query, state);
  const series = useMemo(
    () =>
      inspection === null
        ? []
        : [
            {
              name: `Latent ${inspection.latent + 1}`,
              means: inspection.errors.map(({ mean }) => mean),
              deviations: inspection.errors.map(({ deviation }) => deviation),
            },
          ],
    [inspection],
  );
  return (
    <>
      <Scaled
        what="latent"
        which={latent}
        factors={LATENT_FACTORS}
        factor={factor}
        onChange={(chosen, by) => finish({ kind: 'scaleLatent', latent: chosen, factor: by })}
      />
      {failure !== null && <p role="alert">{failure}</p>}
      <div className={styles.chart}>
        <ErrorBars
          label={`Reconstruction error with latent ${latent + 1} times each factor`}
          factors={LATENT_FACTORS}
          xLabel="factor"
          yLabel="mean squared error"
          series={series}
          note={`${RUNS} runs, mean ± sd`}
        />
      </div>
    </>
  );
}

/** Whether the model is training, and what else the answers depend on: the factor in force does not count. */
function useModelUnder(kind: 'scaleTransitionColumn' | 'scaleLatent') {
  const isTraining = useRun(({ phase }) => phase === 'playing' || phase === 'training');
  const state = useRun(({ runId, step }) => `${runId} ${step}`);
  const others = JSON.stringify(useEditsOf(svaeLds).filter((edit) => edit.kind !== kind));
  return { isTraining, state: `${state} ${others}` };
}

interface ScaledProps {
  readonly what: 'column' | 'latent';
  /** Counted from 0. */
  readonly which: number;
  readonly factors: readonly number[];
  readonly factor: number;
  readonly onChange: (which: number, factor: number) => void;
}

/** What is multiplied, and a row of factors, one of them in force. */
function Scaled({ what, which, factors, factor, onChange }: ScaledProps) {
  const count = useRun((run) => snapshotOf(svaeLds, run)?.latentDimension ?? 1);
  return (
    <>
      <NumberSlider
        label={what === 'column' ? 'Column' : 'Latent'}
        min={1}
        max={count}
        step={1}
        scale="linear"
        integer
        value={which + 1}
        onCommit={(chosen) => onChange(chosen - 1, factor)}
      />
      <fieldset className={styles.factors} aria-label={`Factor of ${what} ${which + 1}`}>
        {factors.map((each) => (
          <Button
            className={styles.factor}
            key={each}
            size="small"
            variant={each === factor ? 'primary' : 'plain'}
            aria-pressed={each === factor}
            onClick={() => onChange(which, each)}
          >
            ×{each}
          </Button>
        ))}
      </fieldset>
    </>
  );
}
