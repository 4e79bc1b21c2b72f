import { type EstimatorName, estimatorLook } from '../../../../plots/style/estimatorLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { useDocument, useRun } from '../../../../store/context.ts';
import { formatDigits, formatFixed } from '../../../../ui/numbers.ts';
import { settingsOf } from '../../../lab.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { vae } from '../../lab.ts';
import type { VaeSettings } from '../../settings.ts';
import type { GradientEstimatorId } from '../../snapshot.ts';
import PanelChoice from '../gap/PanelChoice.tsx';
import styles from './GradientPanel.module.css';
import { type MeasuredSpread, spreadsOf } from './spread.ts';
import { REPEATS, useGradientSpread } from './useGradientSpread.ts';

const NAMES: Readonly<Record<GradientEstimatorId, string>> = {
  pathwise: 'Reparameterisation',
  sticking: 'Sticking the landing',
  leaveOneOut: 'Score, leave-one-out baseline',
  score: 'Score without baseline',
  iwae: 'IWAE',
  'iwae-dreg': 'IWAE, doubly reparameterised',
};

/** In the colours of the estimators lab, and with the bound's own next to them. */
const LOOKS: Readonly<Record<GradientEstimatorId, EstimatorName>> = {
  pathwise: 'pathwise',
  sticking: 'sticking',
  leaveOneOut: 'leaveOneOut',
  score: 'score',
  iwae: 'iwae',
  'iwae-dreg': 'iwaeDreg',
};

/** Which of them training takes now. */
function inUse({ objective, gradientEstimator }: VaeSettings): GradientEstimatorId {
  if (objective !== 'elbo') return objective;
  const names = {
    reparameterised: 'pathwise',
    sticking: 'sticking',
    score: 'leaveOneOut',
  } as const;
  return names[gradientEstimator];
}

/** Measured on the networks as they are: how much the encoder's gradient varies by each estimator. */
export default function GradientPanel() {
  const measured = useGradientSpread();
  const used = useDocument((document) => inUse(settingsOf(vae, document)));
  const isAtRest = useRun(({ phase }) => phase === 'ready');
  const takesOne = used === 'pathwise' || used === 'sticking';
  const spreads = measured && spreadsOf(measured);
  const most = Math.max(...(spreads ?? []).map(({ signalToNoise }) => signalToNoise));
  return (
    <StagePanel
      name="Gradient of the encoder"
      heading="Estimators"
      part="gradient"
      actions={<PanelChoice />}
    >
      <div className={styles.panel}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Estimator</th>
              <th scope="col" data-tooltip="Of one gradient, summed over the encoder’s parameters">
                Variance
              </th>
              <th
                scope="col"
                colSpan={2}
                data-tooltip="Length of the mean gradient, divided by the root of the variance"
              >
                Signal to noise
              </th>
            </tr>
          </thead>
          <tbody>
            {spreads?.map((spread) => (
              <Row key={spread.id} spread={spread} most={most} isUsed={spread.id === used} />
            ))}
          </tbody>
        </table>
        <p className={styles.words} data-export="text">
          {measured === null
            ? 'The gradient is measured while training is paused.'
            : `${isAtRest ? '' : 'Measured before training went on. '}${measured.repeats} of ${REPEATS} repetitions. ${measured.draws} ${measured.draws === 1 ? 'draw' : 'draws'} of q for each of ${measured.rows} observations, the same for all estimators. In bold: the estimator in training${takesOne && measured.draws > 1 ? ', which takes 1 draw there' : ''}.`}
        </p>
      </div>
    </StagePanel>
  );
}

interface RowProps {
  readonly spread: MeasuredSpread;
  /** The largest signal-to-noise ratio. */
  readonly most: number;
  readonly isUsed: boolean;
}

function Row({ spread: { id, variance, signalToNoise }, most, isUsed }: RowProps) {
  const { colour } = estimatorLook(LOOKS[id], useTheme());
  const share = Number.isFinite(signalToNoise / most) ? signalToNoise / most : 1;
  return (
    <tr className={isUsed ? styles.used : undefined}>
      <th scope="row">{NAMES[id]}</th>
      <td>{formatDigits(variance)}</td>
      <td>{Number.isFinite(signalToNoise) ? formatFixed(signalToNoise, 2) : '∞'}</td>
      <td className={styles.bar}>
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect width={100 * share} height="10" fill={colour} />
        </svg>
      </td>
    </tr>
  );
}
