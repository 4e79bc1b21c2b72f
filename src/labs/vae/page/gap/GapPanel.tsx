import { GapLadder } from '../../../../plots/bars/GapLadder.tsx';
import {
  useController,
  useRun,
  useSelected,
  useSnapshot,
  useViewEntry,
} from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { vae } from '../../lab.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { useGapAsking } from './asking.ts';
import styles from './GapPanel.module.css';
import { isNear, useClimb, useGap } from './gap.ts';
import { climbInWords, DECIMALS, evidenceInWords, ladderOf } from './inWords.ts';
import { optimiseSelected } from './optimise.ts';
import PanelChoice from './PanelChoice.tsx';

const LIT_BY: readonly Highlight[] = ['approximationGap', 'amortisationGap'];

/** How far the ELBO of the selected observation is below its log-likelihood, and why. */
export default function GapPanel() {
  useGapAsking();
  const controller = useController();
  const { snapshot, isWanting } = useDrawn(vae);
  const row = useSelected('row');
  const gap = useGap();
  const climb = useClimb();
  const isAtRest = useRun(({ phase }) => phase === 'ready');
  const isPlane = useSnapshot(vae)?.latentDimension === 2;
  const near = useViewEntry(isNear);
  const isOfRow = snapshot !== null && row !== null && row < snapshot.rows;
  return (
    <StagePanel
      name="Gap of the ELBO"
      heading={isOfRow ? `Observation ${row + 1}` : undefined}
      part="gap"
      litBy={LIT_BY}
      actions={<PanelChoice />}
    >
      <div className={styles.gap}>
        <div className={styles.does} data-export="leave-out">
          <Button
            size="small"
            disabled={!isOfRow || (climb !== null && !climb.isDone)}
            tooltip="Key O. Natural-gradient steps of q(x) for this observation alone; its ellipse moves in the latent plane"
            onClick={() => void optimiseSelected(controller)}
          >
            Optimise q for this observation
          </Button>
          {isPlane && (
            <Button
              size="small"
              variant="quiet"
              disabled={!isOfRow}
              tooltip={
                near
                  ? 'Show the whole latent plane'
                  : 'Show the posterior of this observation alone'
              }
              onClick={() => controller.setEntry(isNear, () => !near)}
            >
              {near ? 'Whole plane' : 'Zoom in'}
            </Button>
          )}
        </div>
        {isOfRow && gap && isAtRest ? (
          <>
            <div className={styles.ladder}>
              <GapLadder
                label={`Gap of observation ${row + 1}`}
                decimals={DECIMALS}
                {...ladderOf(gap, climb)}
              />
            </div>
            <p className={styles.words} data-export="text">
              {climb?.isDone && `${climbInWords(gap, climb.best)} `}
              {evidenceInWords(gap)}
            </p>
          </>
        ) : (
          <p className={styles.words}>
            {isWanting
              ? 'The gap appears here once there are points to learn from.'
              : !isOfRow
                ? 'Select an observation: click a point, or type its number.'
                : isAtRest
                  ? 'Computing log p(y) of this observation …'
                  : 'The gap is computed while training is paused.'}
          </p>
        )}
      </div>
    </StagePanel>
  );
}
