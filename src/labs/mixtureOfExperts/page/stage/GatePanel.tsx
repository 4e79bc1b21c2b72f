import { memo } from 'react';
import { GatePlot } from '../../../../plots/chart/GatePlot.tsx';
import { useRun, useSnapshot } from '../../../../store/context.ts';
import { useWantsPoints } from '../../../shared/ownData/points/useWantsPoints.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLinking } from '../../../shared/stage/useLinking.ts';
import { useMotionKey } from '../../../shared/stage/useMotionKey.ts';
import { mixtureOfExperts } from '../../lab.ts';

const LIT_BY = ['gate'];

/** Whom the gate asks along x. */
export const GatePanel = memo(function GatePanel() {
  const isWanting = useWantsPoints();
  const snapshot = useSnapshot(mixtureOfExperts);
  const column = useRun((state) => state.dataset?.columns[0] ?? 'x');
  const unit = useRun((state) => state.dataset?.units[0]);
  const hovered = useRun((state) => state.hoveredCluster);
  const { hoverCluster } = useLinking();
  const motionKey = useMotionKey();
  return (
    <StagePanel name="Gate" part="gate" litBy={LIT_BY}>
      <GatePlot
        curves={isWanting ? null : snapshot}
        experts={isWanting ? 0 : (snapshot?.experts.length ?? 0)}
        xLabel={column}
        unit={unit}
        hovered={hovered}
        onHover={hoverCluster}
        motionKey={motionKey}
        placeholder={
          isWanting ? { kind: 'empty', message: 'The gate appears with the points.' } : null
        }
      />
    </StagePanel>
  );
});
