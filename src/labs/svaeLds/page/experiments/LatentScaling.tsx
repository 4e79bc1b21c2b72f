import { useMemo } from 'react';
import { ErrorBars } from '../../../../plots/chart/ErrorBars.tsx';
import { useRun } from '../../../../store/context.ts';
import { NumberSlider } from '../../../../ui/NumberSlider.tsx';
import { snapshotOf } from '../../../lab.ts';
import { useInspection } from '../../../shared/useInspection.ts';
import { svaeLds } from '../../lab.ts';
import { useEdits } from '../editing/useEdits.ts';
import styles from './ExperimentsPanel.module.css';
import { FactorButtons } from './FactorButtons.tsx';
import { editOf, useExperimentEdit } from './useExperimentEdit.ts';

/** Those of the thesis. */
const FACTORS = [0, 0.1, 1, 10, 100];
const RUNS = 10;

/** Figure 6.6: one latent times each factor, and how well what was seen is reconstructed. */
export function LatentScaling() {
  const count = useRun((run) => snapshotOf(svaeLds, run)?.latentDimension ?? 1);
  const isTraining = useRun(({ phase }) => phase === 'playing' || phase === 'training');
  const state = useRun(({ runId, step }) => `${runId} ${step}`);
  const edits = useEdits();
  const { finish } = useExperimentEdit('scaleLatent');
  const { latent, factor } = editOf(edits, 'scaleLatent') ?? { latent: 0, factor: 1 };
  // What else lies over the model counts; the factor in force does not.
  const others = JSON.stringify(edits.filter(({ kind }) => kind !== 'scaleLatent'));
  const query = useMemo(
    () =>
      isTraining
        ? null
        : ({ kind: 'latentScaling', latent, factors: FACTORS, runs: RUNS } as const),
    [isTraining, latent],
  );
  const { look, failure } = useInspection(svaeLds, query, `${state} ${others}`);
  const series = useMemo(
    () =>
      look === null
        ? []
        : [
            {
              name: `Latent ${look.latent + 1}`,
              means: look.errors.map(({ mean }) => mean),
              deviations: look.errors.map(({ deviation }) => deviation),
            },
          ],
    [look],
  );
  return (
    <>
      <NumberSlider
        label="Latent"
        min={1}
        max={count}
        step={1}
        scale="linear"
        integer
        value={latent + 1}
        onCommit={(chosen) => finish({ kind: 'scaleLatent', latent: chosen - 1, factor })}
      />
      <FactorButtons
        label={`Factor of latent ${latent + 1}`}
        factors={FACTORS}
        value={factor}
        onChange={(chosen) => finish({ kind: 'scaleLatent', latent, factor: chosen })}
      />
      {failure !== null && <p role="alert">{failure}</p>}
      <div className={styles.chart}>
        <ErrorBars
          label={`Reconstruction error with latent ${latent + 1} times each factor`}
          factors={FACTORS}
          xLabel="factor"
          yLabel="mean squared error"
          series={series}
          note={`${RUNS} runs, mean ± sd`}
        />
      </div>
    </>
  );
}
