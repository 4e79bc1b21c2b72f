import { memo, useMemo } from 'react';
import { TransitionsPlot } from '../../../../plots/transitions/TransitionsPlot.tsx';
import { NumberSlider } from '../../../../ui/NumberSlider.tsx';
import { useEditsOf } from '../../../shared/editing/useEditsOf.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useDrawnPart } from '../../../shared/stage/usePlotted.ts';
import { useTarget } from '../../../shared/stage/useTarget.ts';
import { isInUse } from '../../inUse.ts';
import { svaeSlds } from '../../lab.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { useSldsEditing } from '../editing/sldsEditing.ts';
import styles from './Panels.module.css';
import { useStatesThat } from './useStatesThat.ts';

const LIT_BY: readonly Highlight[] = ['chain'];

/** Which state follows which, how long each lasts, and the dials towards simpler models. */
export default memo(function ChainPanel() {
  const { hovered, onHover } = useTarget('cluster');
  const editing = useSldsEditing();
  const chain = useDrawnPart(svaeSlds, (snapshot) => snapshot.chain);
  const removed = useStatesThat((state) => state.removed);
  const unused = useStatesThat((state) => !isInUse(state));
  const states = useMemo(
    () => chain && rowsOf(chain).map((transition, id) => ({ id, transition })),
    [chain],
  );
  return (
    <StagePanel name="Transitions between states" part="chain" litBy={LIT_BY}>
      <div className={styles.chain}>
        {states && (
          <TransitionsPlot
            states={states}
            removed={removed}
            unused={unused}
            hovered={hovered}
            onHover={onHover}
            onMove={editing.moveTransition}
          />
        )}
        <Sliders />
      </div>
    </StagePanel>
  );
});

/** Of a square matrix. */
function rowsOf(matrix: readonly number[]): number[][] {
  const n = Math.sqrt(matrix.length);
  return Array.from({ length: n }, (_, row) => matrix.slice(row * n, (row + 1) * n));
}

/** A component of its own, because the panel renders again with every edit. */
const Sliders = memo(function Sliders() {
  const editing = useSldsEditing();
  const stickiness = useEditsOf(svaeSlds, 'scaleStickiness').at(0)?.factor ?? 1;
  const dynamics = useEditsOf(svaeSlds, 'scaleDynamics').at(0)?.factor ?? 1;
  return (
    <div className={styles.sliders}>
      <NumberSlider
        label="Time in a state ×"
        help="How long the chain stays in each state, as a multiple of what was learned. Larger: short visits are forgotten. Smaller: the ribbon flickers."
        min={0.01}
        max={1000}
        step={0.01}
        scale="log"
        value={stickiness}
        onChange={(value) => editing.scaleStickiness('move', value)}
        onCommit={(value) => editing.scaleStickiness('end', value)}
      />
      <NumberSlider
        label="Dynamics A ×"
        help="A of every state times this. At 0 the next latent no longer depends on the last: the model is a hidden Markov model."
        min={0}
        max={1}
        step={0.01}
        scale="linear"
        value={dynamics}
        onChange={(value) => editing.scaleDynamics('move', value)}
        onCommit={(value) => editing.scaleDynamics('end', value)}
      />
    </div>
  );
});
