import type { ReactNode } from 'react';
import { estimatorLook } from '../../../plots/style/estimatorLook.ts';
import { symbolPath } from '../../../plots/style/symbols.ts';
import { useTheme } from '../../../plots/style/theme.ts';
import { FiguresTable } from '../../shared/stage/FiguresTable.tsx';
import { useLayers } from '../../shared/stage/useLayers.ts';
import { estimatorsLayers } from '../layers.ts';
import { type EstimatorId, NAMES } from '../names.ts';
import styles from './Stage.module.css';

export interface EstimatorRow {
  readonly id: EstimatorId | 'exact';
  readonly values: readonly ReactNode[];
}

interface EstimatorTableProps {
  readonly label: string;
  /** Names of the columns after the first. */
  readonly head: readonly { readonly name: string; readonly help: string }[];
  readonly rows: readonly EstimatorRow[];
}

/** One row for each estimator: its name shows or hides it, and says how it is drawn. */
export const EstimatorTable = ({ label, head, rows }: EstimatorTableProps) => (
  <FiguresTable
    label={label}
    className={styles.table}
    head={['Estimator', ...head]}
    rows={rows.map(({ id, values }) => ({
      name: id === 'exact' ? <ExactName /> : <Toggle id={id} />,
      values,
    }))}
  />
);

const ExactName = () => (
  <span className={styles.toggle} data-exact>
    <Swatch id="exact" />
    Exact gradient
  </span>
);

function Toggle({ id }: { readonly id: EstimatorId }) {
  const { shown, show } = useLayers(estimatorsLayers);
  const { help } = estimatorsLayers[id];
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-pressed={shown[id]}
      aria-description={help}
      data-tooltip={`${shown[id] ? 'Hide' : 'Show'}: ${help}`}
      onClick={() => show(id, !shown[id])}
    >
      <Swatch id={id} />
      {NAMES[id]}
    </button>
  );
}

/** A piece of its line with its mark. */
function Swatch({ id }: { readonly id: EstimatorId | 'exact' }) {
  const { colour, dashes, mark } = estimatorLook(id, useTheme());
  return (
    <svg className={styles.swatch} viewBox="0 0 30 12" width="30" height="12" aria-hidden="true">
      <line
        x1="0"
        x2="30"
        y1="6"
        y2="6"
        stroke={colour}
        strokeWidth="2.5"
        strokeDasharray={dashes}
      />
      {id !== 'exact' && <path d={symbolPath(mark, 4)} transform="translate(15 6)" fill={colour} />}
    </svg>
  );
}
