import { memo, useMemo } from 'react';
import { TransitionsPlot } from '../../../../plots/transitions/TransitionsPlot.tsx';
import { NumberSlider } from '../../../../ui/NumberSlider.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { useTarget } from '../../../shared/stage/useTarget.ts';
import { svaeSlds } from '../../lab.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { useSldsEditing } from '../editing/sldsEditing.ts';
import { editsOfKind, useEdits } from '../editing/useEdits.ts';
import styles from './Panels.module.css';

const LIT_BY: readonly Highlight[] = ['chain'];

/** Which state follows which, how long each lasts, and the dials towards simpler models. */
export default memo(function ChainPanel() {
  const { snapshot } = useDrawn(svaeSlds);
  const { hovered, onHover } = useTarget('cluster');
  const edits = useEdits();
  const editing = useSldsEditing();
  const states = useMemo(
    () =>
      snapshot?.states.map(({ id }) => ({
        id,
        transition: snapshot.chain.slice(id * snapshot.stateCount, (id + 1) * snapshot.stateCount),
      })) ?? [],
    [snapshot],
  );
  const removed = useMemo(
    () => snapshot?.states.flatMap(({ id, removed }) => (removed ? [id] : [])) ?? [],
    [snapshot],
  );
  const stickiness = editsOfKind(edits, 'scaleStickiness').at(0)?.factor ?? 1;
  const dynamics = editsOfKind(edits, 'scaleDynamics').at(0)?.factor ?? 1;
  return (
    <StagePanel name="Transitions between states" part="chain" litBy={LIT_BY}>
      <div className={styles.chain}>
        {snapshot && (
          <TransitionsPlot
            states={states}
            removed={removed}
            hovered={hovered}
            onHover={onHover}
            onMove={editing.moveTransition}
          />
        )}
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
      </div>
    </StagePanel>
  );
});
