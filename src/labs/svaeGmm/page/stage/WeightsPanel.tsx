import { memo, useMemo } from 'react';
import { ResponsibilityBars, WeightBars } from '../../../../plots/bars/ClusterBars.tsx';
import { useRun } from '../../../../store/context.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLinking } from '../../../shared/stage/useLinking.ts';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { useFollowed } from '../../../shared/useInspection.ts';
import { svaeGmm } from '../../lab.ts';
import type { ClusterSummary } from '../../snapshot.ts';
import type { Highlight } from '../../texts/formulas.ts';

const LIT_BY: readonly Highlight[] = ['weights'];
const NO_CLUSTERS: readonly ClusterSummary[] = [];

/** A pointer that sweeps over a cloud asks for the points it rests on, not for all it passes. */
const REST_MS = 40;

/** Weights of all clusters; while a point is meant, its responsibilities in their place. */
export const WeightsPanel = memo(function WeightsPanel() {
  const { snapshot, isWanting } = useDrawn(svaeGmm);
  const row = useRun(({ hoveredRow, selectedRow }) => hoveredRow ?? selectedRow);
  const query = useMemo(
    () => (row === null || isWanting ? null : ({ kind: 'point', row } as const)),
    [row, isWanting],
  );
  const { inspection: point } = useFollowed(svaeGmm, query, REST_MS);
  const hovered = useRun((state) => state.hoveredCluster);
  const selected = useRun((state) => state.selectedCluster);
  const { hoverCluster, selectCluster } = useLinking();
  const shared = { hovered, onHover: hoverCluster };
  return (
    <StagePanel
      name="Cluster weights"
      part="weights"
      litBy={LIT_BY}
      heading={point && query ? `Point ${point.row + 1} belongs to` : undefined}
    >
      {point && query ? (
        <ResponsibilityBars {...shared} responsibilities={point.responsibilities} />
      ) : (
        <WeightBars
          {...shared}
          clusters={snapshot?.clusters ?? NO_CLUSTERS}
          selected={selected}
          onSelect={selectCluster}
        />
      )}
    </StagePanel>
  );
});
