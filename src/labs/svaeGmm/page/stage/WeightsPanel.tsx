import { memo, useMemo } from 'react';
import { ResponsibilityBars, WeightBars } from '../../../../plots/bars/ClusterBars.tsx';
import { useRun, useSnapshot } from '../../../../store/context.ts';
import { useWantsPoints } from '../../../shared/ownData/points/useWantsPoints.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLinking } from '../../../shared/stage/useLinking.ts';
import { svaeGmm } from '../../lab.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { usePointResponsibilities } from './usePointResponsibilities.ts';

const LIT_BY: readonly Highlight[] = ['weights'];

/** Weights of all clusters; while a point is meant, its responsibilities in their place. */
export const WeightsPanel = memo(function WeightsPanel() {
  const isWanting = useWantsPoints();
  const known = usePointResponsibilities();
  const point = isWanting ? null : known;
  const snapshot = useSnapshot(svaeGmm);
  const hovered = useRun((state) => state.hoveredCluster);
  const selected = useRun((state) => state.selectedCluster);
  const { hoverCluster, selectCluster } = useLinking();
  const clusters = useMemo(
    () => (isWanting ? [] : (snapshot?.clusters ?? [])),
    [isWanting, snapshot],
  );
  const shared = { hovered, onHover: hoverCluster };
  return (
    <StagePanel
      name="Cluster weights"
      part="weights"
      litBy={LIT_BY}
      heading={point ? `Point ${point.row + 1} belongs to` : undefined}
    >
      {point ? (
        <ResponsibilityBars {...shared} responsibilities={point.responsibilities} />
      ) : (
        <WeightBars {...shared} clusters={clusters} selected={selected} onSelect={selectCluster} />
      )}
    </StagePanel>
  );
});
