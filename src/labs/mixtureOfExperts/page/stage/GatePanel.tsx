import { memo } from 'react';
import { useRun } from '../../../../store/context.ts';
import { SharesPlot, type ShareWords } from '../../../shared/stage/SharesPlot.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useMotionKey } from '../../../shared/stage/useMotionKey.ts';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { useTarget } from '../../../shared/stage/useTarget.ts';
import { mixtureOfExperts } from '../../lab.ts';

const LIT_BY = ['gate'];
const WORDS: ShareWords = {
  label: 'Gate weights along x',
  share: 'gate weight',
  part: 'Expert',
};
const EMPTY = 'The gate appears with the points.';

/** Whom the gate asks along x. */
export const GatePanel = memo(function GatePanel() {
  const { snapshot, isWanting, placeholder } = useDrawn(mixtureOfExperts, EMPTY);
  const column = useRun((state) => state.dataset?.columns[0] ?? 'x');
  const unit = useRun((state) => state.dataset?.units[0]);
  const { hovered, onHover } = useTarget('cluster');
  const motionKey = useMotionKey();
  const curves = snapshot && { x: snapshot.x, shares: snapshot.gates };
  return (
    <StagePanel name="Gate" part="gate" litBy={LIT_BY}>
      <SharesPlot
        curves={curves}
        words={WORDS}
        parts={snapshot?.experts.length ?? 0}
        xLabel={column}
        unit={unit}
        hovered={hovered}
        onHover={onHover}
        motionKey={motionKey}
        placeholder={isWanting ? placeholder : null}
      />
    </StagePanel>
  );
});
