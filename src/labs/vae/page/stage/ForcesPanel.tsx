import { useMemo } from 'react';
import { DimensionCosts } from '../../../../plots/bars/DimensionCosts.tsx';
import { ForceBalance } from '../../../../plots/bars/ForceBalance.tsx';
import { usePointedAt } from '../../../../store/context.ts';
import SettingSlider from '../../../shared/stage/SettingSlider.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { vae } from '../../lab.ts';
import { vaeTable } from '../../settings.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { COLLAPSED_BELOW, forcesInWords, rowKlByDimension } from '../forces.ts';
import PanelChoice from '../gap/PanelChoice.tsx';
import { useBeta, useImportanceSamples } from '../objectiveNow.ts';
import styles from './ForcesPanel.module.css';

const LIT_BY: readonly Highlight[] = ['reconstruction', 'kl', 'beta'];
const NOTHING: readonly number[] = [];
const SETTINGS = vaeTable.settings;

/**
 * Reconstruction and KL against each other, of all data or of the selected point, with beta between
 * them, or the number of draws where the objective does not contain beta.
 */
export default function ForcesPanel() {
  const beta = useBeta();
  const samples = useImportanceSamples();
  const { snapshot, isWanting } = useDrawn(vae);
  const row = usePointedAt('row');
  const isOfPoint = snapshot !== null && row !== null && row < snapshot.rows;
  const [meanGain, meanKl] = useMemo(
    () => (snapshot ? [averageOf(snapshot.rowGain), averageOf(snapshot.rowKl)] : [0, 0]),
    [snapshot],
  );
  const gain = isOfPoint ? snapshot.rowGain[row] : meanGain;
  const wholeKl = isOfPoint ? snapshot.rowKl[row] : meanKl;
  const overall = snapshot?.coordinateKl ?? NOTHING;
  const kl = isOfPoint
    ? rowKlByDimension(snapshot.latents, snapshot.deviations, snapshot.latentDimension, row)
    : overall;
  // What dimensions cost by themselves is less than the whole where they are correlated.
  const correlation = snapshot?.factors ? Math.max(0, wholeKl - sumOf(kl)) : null;
  const bars = kl.length + (correlation === null ? 0 : 1);
  const about = isOfPoint ? `observation ${row + 1}` : 'mean of all data';
  return (
    <StagePanel
      name="Reconstruction and KL"
      heading={isOfPoint ? `Reconstruction and KL of observation ${row + 1}` : undefined}
      part="forces"
      className={styles.panel}
      litBy={LIT_BY}
      actions={<PanelChoice />}
    >
      <div className={styles.forces}>
        <div className={styles.beta}>
          {samples === null ? (
            <SettingSlider name="klWeight" {...SETTINGS.klWeight} label="β" />
          ) : (
            <SettingSlider name="importanceSamples" {...SETTINGS.importanceSamples} label="K" />
          )}
        </div>
        {!isWanting && (
          <>
            <div className={styles.balance}>
              <ForceBalance
                gain={gain}
                kl={correlation === null ? kl : [...kl, correlation]}
                beta={samples === null ? beta : null}
              />
            </div>
            <div className={styles.costs} style={{ minHeight: `${1.5 + 0.9 * bars}rem` }}>
              <DimensionCosts {...{ about, kl, correlation }} collapsedBelow={COLLAPSED_BELOW} />
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
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

const averageOf = (values: Float32Array): number =>
  values.length > 0 ? sumOf(values) / values.length : 0;
