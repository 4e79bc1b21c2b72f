import { useMemo } from 'react';
import { useRun } from '../../../../store/context.ts';
import { NumberSlider } from '../../../../ui/NumberSlider.tsx';
import { formatFixed } from '../../../../ui/numbers.ts';
import { snapshotOf } from '../../../lab.ts';
import { useInspection } from '../../../shared/useInspection.ts';
import { svaeLds } from '../../lab.ts';
import { useEdits } from '../editing/useEdits.ts';
import styles from './ExperimentsPanel.module.css';
import { FactorButtons } from './FactorButtons.tsx';
import { editOf, useExperimentEdit } from './useExperimentEdit.ts';

/** Those of the thesis. */
const FACTORS = [0.8, 0.9, 1, 1.1, 1.2];

/** Figures 6.8 and 6.9: one column of the transition times each factor. */
export function ColumnScaling() {
  const count = useRun((run) => snapshotOf(svaeLds, run)?.latentDimension ?? 1);
  const isTraining = useRun(({ phase }) => phase === 'playing' || phase === 'training');
  const state = useRun(({ runId, step }) => `${runId} ${step}`);
  const edits = useEdits();
  const { finish } = useExperimentEdit('scaleTransitionColumn');
  const { column, factor } = editOf(edits, 'scaleTransitionColumn') ?? { column: 0, factor: 1 };
  // What else lies over the model counts; the factor in force does not.
  const others = JSON.stringify(edits.filter(({ kind }) => kind !== 'scaleTransitionColumn'));
  const query = useMemo(
    () => (isTraining ? null : ({ kind: 'columnScan', column, factors: FACTORS } as const)),
    [isTraining, column],
  );
  const { look, failure } = useInspection(svaeLds, query, `${state} ${others}`);
  return (
    <>
      <NumberSlider
        label="Column"
        min={1}
        max={count}
        step={1}
        scale="linear"
        integer
        value={column + 1}
        onCommit={(chosen) => finish({ kind: 'scaleTransitionColumn', column: chosen - 1, factor })}
      />
      <FactorButtons
        label={`Factor of column ${column + 1}`}
        factors={FACTORS}
        value={factor}
        onChange={(chosen) => finish({ kind: 'scaleTransitionColumn', column, factor: chosen })}
      />
      {failure !== null && <p role="alert">{failure}</p>}
      <table className={styles.table}>
        <caption>Column {(look?.column ?? column) + 1} times each factor</caption>
        <thead>
          <tr>
            <th scope="col">factor</th>
            <th scope="col">period</th>
            <th scope="col">spectral radius</th>
            <th scope="col">motion left</th>
          </tr>
        </thead>
        <tbody>
          {(look?.points ?? []).map(({ factor: at, period, spectralRadius, motion }) => (
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
