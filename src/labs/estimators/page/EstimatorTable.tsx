import type { ReactNode } from 'react';
import { estimatorLook } from '../../../plots/style/estimatorLook.ts';
import { useTheme } from '../../../plots/style/theme.ts';
import { ToggleTable } from '../../shared/stage/ToggleTable.tsx';
import { estimatorsLayers } from '../layers.ts';
import type { EstimatorId } from '../names.ts';
import styles from './Stage.module.css';
import { racerName } from './words.ts';

interface EstimatorRow {
  readonly id: EstimatorId | 'exact';
  readonly values: readonly ReactNode[];
}

interface EstimatorTableProps {
  readonly label: string;
  /** Names of the columns after the first. */
  readonly head: readonly { readonly name: string; readonly help: string }[];
  readonly rows: readonly EstimatorRow[];
}

/** One row for each estimator, and for the exact gradient. */
export function EstimatorTable({ rows, head, label }: EstimatorTableProps) {
  const theme = useTheme();
  return (
    <ToggleTable
      label={label}
      className={styles.table}
      layers={estimatorsLayers}
      head={['Estimator', ...head]}
      rows={rows.map(({ id, values }) => ({
        ...(id === 'exact' ? { id: null, name: racerName(id) } : { id }),
        ...{ look: estimatorLook(id, theme), values },
      }))}
    />
  );
}
