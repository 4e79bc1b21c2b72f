import { memo, useMemo } from 'react';
import { ResponsibilityBars, WeightBars } from '../../../plots/ClusterBars.tsx';
import type { Theme } from '../../../plots/palette.ts';
import { useController, useRun } from '../../../store/context.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { NumberEntry } from '../../../ui/NumberEntry.tsx';
import { useWantsPoints } from '../../parts/ownData/points/useWantsPoints.ts';
import { StagePanel } from '../../parts/stage/StagePanel.tsx';
import { useLinking } from '../../parts/stage/useLinking.ts';
import { LIT_BY } from './highlights.ts';
import { leastSure } from './leastSure.ts';
import { plotted } from './plotted.ts';
import styles from './ResponsibilitiesPanel.module.css';
import { useSnapshot } from './useSnapshot.ts';

/** How much of one point each cluster has; of all points, its weight. */
export const ResponsibilitiesPanel = memo(function ResponsibilitiesPanel({
  theme,
}: {
  readonly theme: Theme;
}) {
  const controller = useController();
  const isWanting = useWantsPoints();
  const known = useSnapshot();
  const snapshot = isWanting ? null : known;
  const row = useRun(({ hoveredRow, selectedRow }) => hoveredRow ?? selectedRow);
  const hovered = useRun((state) => state.hoveredCluster);
  const selected = useRun((state) => state.selectedCluster);
  const { hoverCluster, selectCluster } = useLinking();
  const clusters = useMemo(() => plotted(snapshot?.clusters ?? []), [snapshot]);
  const K = clusters.length;
  const isPoint = snapshot !== null && row !== null && row < snapshot.rows;
  const select = (selectedRow: number | null) => controller.run.setState({ selectedRow });
  const shared = { theme, hovered, onHover: hoverCluster };
  return (
    <StagePanel
      name="Responsibilities"
      part="responsibilities"
      litBy={LIT_BY.responsibilities}
      heading={isPoint ? 'Responsibilities for' : 'Weights'}
      actions={
        isPoint ? (
          <span className={styles.which}>
            point
            <NumberEntry
              label="Point"
              value={row + 1}
              range={{ min: 1, max: snapshot.rows, step: 1, scale: 'linear', integer: true }}
              digits={5}
              onCommit={(point) => select(point - 1)}
            />
            <IconButton
              size="small"
              icon="close"
              label="Back to all points"
              onClick={() => select(null)}
            />
          </span>
        ) : (
          snapshot && (
            <Button
              size="small"
              look="quiet"
              tooltip="The responsibilities of the point that is least sure of its cluster"
              onClick={() => select(leastSure(snapshot.confidence))}
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
          responsibilities={snapshot.responsibilities.subarray(row * K, (row + 1) * K)}
        />
      ) : (
        <WeightBars {...shared} clusters={clusters} selected={selected} onSelect={selectCluster} />
      )}
    </StagePanel>
  );
});
