import { lazy, memo, Suspense, useMemo } from 'react';
import { DimensionCosts } from '../../../../plots/bars/DimensionCosts.tsx';
import { ForceBalance } from '../../../../plots/bars/ForceBalance.tsx';
import { useDocument, usePointedAt, useRun } from '../../../../store/context.ts';
import { whenUsable } from '../../../../ui/whenUsable.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { vae } from '../../lab.ts';
import { vaeTable } from '../../settings.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { COLLAPSED_BELOW, forcesInWords, rowKlByDimension } from '../forces.ts';
import styles from './ForcesPanel.module.css';

const LIT_BY: readonly Highlight[] = ['reconstruction', 'kl', 'beta'];
const NOTHING: readonly number[] = [];
// Its room is kept until it is there.
const BetaSlider = lazy(() => whenUsable(() => import('./BetaSlider.tsx')));

/** The weight of the KL, also while it is being dragged. */
export function useBeta(): number {
  const settled = useDocument(({ settings }) => settings.klWeight);
  const dragged = useRun(({ draft }) => draft?.settings?.klWeight);
  // For a moment the document may still be another lab's.
  return Number(dragged ?? settled ?? vaeTable.settings.klWeight.default);
}

/** Reconstruction and KL against each other, of all data or of the selected point, and beta between them. */
export const ForcesPanel = memo(function ForcesPanel() {
  const beta = useBeta();
  const { snapshot, isWanting } = useDrawn(vae);
  const row = usePointedAt('row');
  const isOfPoint = snapshot !== null && row !== null && row < snapshot.rows;
  const mean = useMemo(() => snapshot && averageOf(snapshot.rowGain), [snapshot]);
  const gain = isOfPoint ? snapshot.rowGain[row] : (mean ?? 0);
  const overall = snapshot?.coordinateKl ?? NOTHING;
  const kl = isOfPoint
    ? rowKlByDimension(snapshot.latents, snapshot.deviations, snapshot.latentDimension, row)
    : overall;
  const about = isOfPoint ? `observation ${row + 1}` : 'mean of all data';
  return (
    <StagePanel
      name="Reconstruction and KL"
      heading={isOfPoint ? `Reconstruction and KL of observation ${row + 1}` : undefined}
      part="forces"
      litBy={LIT_BY}
    >
      <div className={styles.forces}>
        <div className={styles.beta}>
          <Suspense fallback={null}>
            <BetaSlider value={beta} />
          </Suspense>
        </div>
        {!isWanting && (
          <>
            <div className={styles.balance}>
              <ForceBalance gain={gain} kl={kl} beta={beta} />
            </div>
            <div className={styles.costs} style={{ minHeight: `${1.5 + 0.9 * kl.length}rem` }}>
              <DimensionCosts about={about} kl={kl} collapsedBelow={COLLAPSED_BELOW} />
            </div>
          </>
        )}
        <p className={styles.words} data-export="text">
          {isWanting
            ? 'The two forces appear here when there are points to learn from.'
            : snapshot && forcesInWords(overall, beta)}
        </p>
      </div>
    </StagePanel>
  );
});

function averageOf(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length > 0 ? sum / values.length : 0;
}
