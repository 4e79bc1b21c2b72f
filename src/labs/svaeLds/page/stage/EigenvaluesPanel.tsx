import { memo, useMemo, useState } from 'react';
import { EigenvalueDial } from '../../../../plots/dial/EigenvalueDial.tsx';
import type { Turn } from '../../../../plots/dial/eigenvalues.ts';
import type { Gesture } from '../../../../plots/drag/gesture.ts';
import { Button } from '../../../../ui/Button.tsx';
import { useEditsOf } from '../../../shared/editing/useEditsOf.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { svaeLds } from '../../lab.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { dialPairsOf } from '../editing/dialPairs.ts';
import { useDynamicsEditing } from '../editing/dynamicsEditing.ts';
import styles from './EigenvaluesPanel.module.css';
import { FrequencyMeter } from './FrequencyMeter.tsx';

const LIT_BY: readonly Highlight[] = ['eigenvalues'];
const NONE = { eigenvalues: [], rotations: [] };

/** The frequency dial, and the meter that says what became of the period. */
export default memo(function EigenvaluesPanel() {
  const { snapshot, placeholder } = useDrawn(svaeLds, 'Nothing turns yet.');
  const edits = useEditsOf(svaeLds, 'turnEigenvalue');
  const editing = useDynamicsEditing();
  // Pairs that set a pace come first.
  const [selected, setSelected] = useState(0);
  const [isZoomed, setIsZoomed] = useState(false);
  const dial = useMemo(() => dialPairsOf(snapshot ?? NONE, edits), [snapshot, edits]);
  const { pairs } = dial;
  const turn = (gesture: Gesture<Turn, number>): void => {
    const pair = pairs[gesture.target];
    if (pair !== null && pair !== undefined) editing.turnPair({ ...gesture, target: pair });
  };
  return (
    <StagePanel
      name="Eigenvalues"
      part="eigenvalues"
      litBy={LIT_BY}
      actions={
        <Button
          size="small"
          variant="quiet"
          aria-pressed={isZoomed}
          disabled={pairs.length === 0}
          tooltip="Only the arc around the selected pair, eight times larger"
          onClick={() => setIsZoomed((now) => !now)}
        >
          Zoom
        </Button>
      }
    >
      <div className={styles.pair}>
        <div className={styles.dial}>
          <EigenvalueDial
            label="Eigenvalues of the transition matrix"
            eigenvalues={dial.eigenvalues}
            learned={dial.learned}
            turns={dial.turns}
            selectedPair={pairs.length === 0 ? null : Math.min(selected, pairs.length - 1)}
            onSelectPair={setSelected}
            isZoomed={isZoomed}
            onTurn={turn}
            placeholder={placeholder}
          />
        </div>
        <div className={styles.meter}>
          <FrequencyMeter
            label="Period of the prediction"
            period={snapshot?.period ?? null}
            truePeriod={snapshot?.truePeriod ?? null}
            trainingPeriod={snapshot?.trainingPeriod ?? null}
            spectrum={snapshot?.spectrum ?? null}
          />
        </div>
      </div>
    </StagePanel>
  );
});
