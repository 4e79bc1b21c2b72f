import { memo } from 'react';
import { MODEL_LOOK } from '../../../../plots/style/modelStyle.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { HelpTip } from '../../../../ui/HelpTip.tsx';
import { formatFixed } from '../../../../ui/numbers.ts';
import { useWantsOwnData } from '../../../shared/ownData/useWantsOwnData.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import type { ModelName } from '../../snapshot.ts';
import type { Measurements, MeasuringUnderWay } from '../measuring/measurements.ts';
import { SAMPLES_AT_REST, useMeasurements } from '../measuring/useMeasuring.ts';
import { MODEL_TITLES, MODELS } from '../names.ts';
import styles from './FiguresTable.module.css';
import { agreementInWords, evaluationDataInWords, secondsInWords } from './figureWords.ts';

const COLUMNS = [
  {
    title: 'ELBO',
    help: 'What training raises: the ELBO per point, in nats. Each is a lower bound of log p of the training points under its own model. For the SVAE it includes a cost for the clusters. For the GMM it includes none, so overfitting can raise it.',
  },
  {
    title: 'Held-out log p',
    help: 'Log-likelihood of points that no model was trained on, per point, in nats, by the same importance sampling for all three. Compare the models by this figure.',
  },
  {
    title: 'Rand index',
    help: 'Agreement of clusters and true classes, corrected for chance: 1 is perfect, 0 is chance level. A VAE assigns no clusters, so it has no index.',
  },
  { title: 'Clusters', help: 'Clusters with at least one expected point.' },
  {
    title: 'Parameters',
    help: 'Numbers that are learned: weights, means and covariances of clusters; weights of encoder and decoder.',
  },
  {
    title: 'Training',
    help: 'Time that this model alone has taken since the page opened it. EM stops when it has converged.',
  },
] as const;

/** The three models in numbers. */
export const FiguresTable = memo(function FiguresTable() {
  const newest = useMeasurements();
  const isWanting = useWantsOwnData();
  const measured = isWanting ? null : newest;
  const evaluationData = measured?.figures?.evaluationData;
  const [bound, likelihood, ...others] = COLUMNS;
  const onTraining = evaluationData?.data === 'training';
  const columns = [
    bound,
    onTraining ? { ...likelihood, title: 'Training log p' } : likelihood,
    ...others,
  ];
  return (
    <StagePanel
      name="Figures"
      part="figures"
      litBy={['figures']}
      actions={measured?.measuring && <Progress {...measured.measuring} />}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of keys */}
      <div className={styles.scroller} role="group" aria-label="Table of figures" tabIndex={0}>
        <table className={styles.table} aria-busy={!isWanting && measured?.measuring !== null}>
          <thead>
            <tr>
              <th scope="col">Model</th>
              {columns.map(({ title, help }) => (
                <th key={title} scope="col">
                  <span className={styles.title}>
                    {title} <HelpTip about={title} text={help} />
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {MODELS.map((model) => (
              <ModelRow key={model} model={model} measured={measured} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>
        {isWanting ? 'Figures appear here when there are points.' : evaluationDataInWords(measured)}
      </p>
    </StagePanel>
  );
});

/** How far measuring in full has come; while models train it is over at once, and not shown. */
function Progress({ samples, done }: MeasuringUnderWay) {
  if (samples < SAMPLES_AT_REST) return null;
  return (
    <span className={styles.progress}>
      {/* Padded with spaces as wide as digits: nothing moves at 10 and at 100 %. */}
      Measuring: {formatFixed(100 * done, 0).padStart(3, '\u2007')} %
      <progress value={done} aria-label="Measured" />
    </span>
  );
}

interface ModelRowProps {
  readonly model: ModelName;
  readonly measured: Measurements | null;
}

function ModelRow({ model, measured }: ModelRowProps) {
  const theme = useTheme();
  const figures = measured?.figures;
  const own = figures?.[model];
  const likelihood = measured?.likelihoods[model];
  // While training all figures are a little behind: only at rest it matters which ones are.
  const isInFull = (measured?.measuring?.samples ?? 0) >= SAMPLES_AT_REST;
  const isFormer = isInFull && likelihood && figures && likelihood.step < figures.step;
  return (
    <tr>
      <th scope="row">
        <span className={styles.model}>
          <svg viewBox="0 0 16 4" width="16" height="4" aria-hidden="true">
            <path d="M0 2h16" stroke={MODEL_LOOK[theme][model].colour} strokeWidth="3" />
          </svg>
          {MODEL_TITLES[model]}
        </span>
      </th>
      <td>{formatFixed(own?.bound ?? null, 2)}</td>
      <td data-former={isFormer || undefined}>
        {formatFixed(likelihood?.logLikelihood ?? null, 2)}
        <span className={styles.error}>
          {likelihood ? `\u00a0± ${formatFixed(likelihood.standardError, 3)}` : ''}
        </span>
      </td>
      <td>{own ? agreementInWords(model, own) : '–'}</td>
      <td>{formatFixed(own?.clustersUsed ?? null, 0)}</td>
      <td>{formatFixed(own?.parameterCount ?? null, 0)}</td>
      <td>
        {figures ? secondsInWords(figures.timing[model], figures.timing.steps, figures.step) : '–'}
      </td>
    </tr>
  );
}
