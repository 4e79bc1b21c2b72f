import { memo, useMemo } from 'react';
import { ResponsibilityBars, WeightBars } from '../../../../plots/bars/ClusterBars.tsx';
import { usePointedAt } from '../../../../store/context.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { useTarget } from '../../../shared/stage/useTarget.ts';
import { useFollowed } from '../../../shared/useInspection.ts';
import { svaeGmm } from '../../lab.ts';
import type { ClusterSummary } from '../../snapshot.ts';
import type { Highlight } from '../../texts/formulas.ts';

const LIT_BY: readonly Highlight[] = ['weights'];
const NO_CLUSTERS: readonly ClusterSummary[] = [];

/** A pointer that sweeps over a cloud asks for the points it rests on, not for all it passes. */
const REST = { restMs: 40 };

/** Weights of all clusters; while a point is meant, its responsibilities in their place. */
export default memo(function WeightsPanel() {
  const { snapshot, isWanting } = useDrawn(svaeGmm);
  const row = usePointedAt('row');
  const query = useMemo(
    () => (row === null || isWanting ? null : ({ kind: 'point', row } as const)),
    [row, isWanting],
  );
  const { inspection: point } = useFollowed(svaeGmm, query, REST);
  const { selected, onSelect, ...shared } = useTarget('cluster');
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
          onSelect={onSelect}
        />
      )}
    </StagePanel>
  );
});
