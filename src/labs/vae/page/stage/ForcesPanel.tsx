import { lazy, memo, Suspense, useMemo } from 'react';
import { DimensionCosts } from '../../../../plots/bars/DimensionCosts.tsx';
import { ForceBalance } from '../../../../plots/bars/ForceBalance.tsx';
import { useDocument, usePointedAt } from '../../../../store/context.ts';
import { whenUsable } from '../../../../ui/whenUsable.ts';
import { settingsOf } from '../../../lab.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { vae } from '../../lab.ts';
import { betaOf, isImportanceWeighted } from '../../objective.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { COLLAPSED_BELOW, forcesInWords, rowKlByDimension } from '../forces.ts';
import styles from './ForcesPanel.module.css';

const LIT_BY: readonly Highlight[] = ['reconstruction', 'kl', 'beta'];
const NOTHING: readonly number[] = [];
// Its room is kept until it is there.
const LiveSlider = lazy(() => whenUsable(() => import('./LiveSlider.tsx')));
const PanelChoice = lazy(() => whenUsable(() => import('../gap/PanelChoice.tsx')));

/** The weight of the KL in what is raised, also while it is being dragged. */
export const useBeta = (): number => useDocument((document) => betaOf(settingsOf(vae, document)));

/** How many draws the importance-weighted bound takes, also while that is dragged; null for the ELBO. */
export const useImportanceSamples = (): number | null =>
  useDocument((document) => {
    const settings = settingsOf(vae, document);
    return isImportanceWeighted(settings) ? settings.importanceSamples : null;
  });

/**
 * Reconstruction and KL against each other, of all data or of the selected point, with beta between
 * them, or the number of draws where the objective does not contain beta.
 */
export const ForcesPanel = memo(function ForcesPanel() {
  const beta = useBeta();
  const samples = useImportanceSamples();
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
      actions={
        <Suspense fallback={null}>
          <PanelChoice />
        </Suspense>
      }
    >
      <div className={styles.forces}>
        <div className={styles.beta}>
          <Suspense fallback={null}>
            {samples === null ? (
              <LiveSlider name="klWeight" label="β" value={beta} />
            ) : (
              <LiveSlider name="importanceSamples" label="K" value={samples} />
            )}
          </Suspense>
        </div>
        {!isWanting && (
          <>
            <div className={styles.balance}>
              <ForceBalance gain={gain} kl={kl} beta={samples === null ? beta : null} />
            </div>
            <div className={styles.costs} style={{ minHeight: `${1.5 + 0.9 * kl.length}rem` }}>
              <DimensionCosts about={about} kl={kl} collapsedBelow={COLLAPSED_BELOW} />
            </div>
          </>
        )}
        <p className={styles.words} data-export="text">
          {isWanting
            ? 'The two forces appear here when there are points to learn from.'
            : snapshot && forcesInWords(overall, samples === null ? beta : 'weighted')}
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
