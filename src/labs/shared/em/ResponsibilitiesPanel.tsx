import { memo, useMemo } from 'react';
import { ResponsibilityBars, WeightBars } from '../../../plots/bars/ClusterBars.tsx';
import { useController, usePointedAt } from '../../../store/context.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { RowEntry } from '../stage/RowEntry.tsx';
import { StagePanel } from '../stage/StagePanel.tsx';
import { undecidedRow } from '../stage/undecidedRow.ts';
import { useTarget } from '../stage/useTarget.ts';
import styles from './ResponsibilitiesPanel.module.css';

/** How the points are shared among K clusters or experts. */
export interface Sharing {
  readonly rows: number;
  /** N x K */
  readonly responsibilities: Float32Array;
  /** N: the largest responsibility of each row. */
  readonly confidence: Float32Array;
}

export interface ResponsibilitiesPanelProps {
  /** Null while there is nothing to share. */
  readonly sharing: Sharing | null;
  /** K: the parts of all points together. */
  readonly weights: readonly number[];
}

const LIT_BY = ['responsibilities', 'weights'];

/** How much of one point each cluster has; of all points, its weight. */
export const ResponsibilitiesPanel = memo(function ResponsibilitiesPanel(
  props: ResponsibilitiesPanelProps,
) {
  const { sharing, weights } = props;
  const controller = useController();
  const row = usePointedAt('row');
  const { selected, onSelect, ...shared } = useTarget('cluster');
  const bars = useMemo(
    () => weights.map((weight, id) => ({ id, weight, removed: false })),
    [weights],
  );
  const K = weights.length;
  const isPoint = sharing !== null && row !== null && row < sharing.rows;
  const select = (selectedRow: number | null) => controller.select('row', selectedRow);
  return (
    <StagePanel
      name="Responsibilities"
      part="responsibilities"
      litBy={LIT_BY}
      heading={isPoint ? 'Responsibilities for' : 'Weights'}
      actions={
        isPoint ? (
          <span className={styles.which}>
            point
            <RowEntry label="Point" row={row} />
            <IconButton
              size="small"
              icon="close"
              label="Back to all points"
              onClick={() => select(null)}
            />
          </span>
        ) : (
          sharing && (
            <Button
              size="small"
              variant="quiet"
              tooltip="The responsibilities for the point whose cluster is least certain"
              onClick={() => select(undecidedRow(sharing))}
            >
              Least sure point
            </Button>
          )
        )
      }
    >
      {isPoint ? (
        <ResponsibilityBars
          {...shared}
          responsibilities={sharing.responsibilities.subarray(row * K, (row + 1) * K)}
        />
      ) : (
        <WeightBars {...shared} clusters={bars} selected={selected} onSelect={onSelect} />
      )}
    </StagePanel>
  );
});
