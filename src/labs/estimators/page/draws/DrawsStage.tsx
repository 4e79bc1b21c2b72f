import { memo, useMemo } from 'react';
import { useController, useRun } from '../../../../store/context.ts';
import { HelpTip } from '../../../../ui/HelpTip.tsx';
import { formatDigits, formatFixed, formatWithError } from '../../../../ui/numbers.ts';
import { settingDrags } from '../../../shared/editing/settingDrag.ts';
import layout from '../../../shared/stage/PartsStage.module.css';
import { StageGrid } from '../../../shared/stage/StageGrid.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useGhosts } from '../../../shared/stage/useGhosts.ts';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { estimatorsLayers } from '../../layers.ts';
import { estimatorsTable } from '../../settings.ts';
import { type DrawsView, type EstimatorsSnapshot, VARIANCE } from '../../snapshot.ts';
import { EstimatorTable } from '../EstimatorTable.tsx';
import { DRAWS, DRAWS_PANELS } from '../layouts.ts';
import styles from '../Stage.module.css';
import { biasOf, drawsNeeded, PARAMETER_NAMES } from '../words.ts';
import { ArrowsChart } from './ArrowsChart.tsx';
import { FunctionChart } from './FunctionChart.tsx';
import { HistogramsChart } from './HistogramsChart.tsx';
import { VarianceChart } from './VarianceChart.tsx';

export type DrawsSnapshot = Extract<EstimatorsSnapshot, DrawsView>;

const HEAD = [
  { name: 'mean', help: 'Average of all estimates, with its standard error' },
  { name: 'exact', help: 'Exact expectation of an estimate' },
  { name: 'variance', help: 'Measured variance of single estimates' },
  { name: 'exact', help: 'Exact variance of single estimates' },
  { name: 'draws for 10 %', help: 'Draws for a standard error of a tenth of the gradient' },
] as const;

const { mean, sd, theta } = estimatorsTable.settings;
const MOVED = { mean, sd, theta };

/** All estimators on the same draws. */
export function DrawsStage({ view }: { readonly view: DrawsSnapshot }) {
  const { shown } = useLayers(estimatorsLayers);
  const runId = useRun((state) => state.runId);
  const controller = useController();
  const drag = useMemo(() => settingDrags(controller, MOVED), [controller]);
  const drawn = useMemo(
    () => view.estimates.filter(({ id }) => shown[id]),
    [view.estimates, shown],
  );
  const { parameter, gradient, count } = view;
  return (
    <StageGrid layout={DRAWS} names={DRAWS_PANELS} className={styles.draws}>
      <StagePanel
        name="f, q and the draws"
        part="function"
        litBy={['f', 'q']}
        heading={
          <span>
            f = <b>{view.name}</b>
          </span>
        }
        actions={
          <span className={layout.figure}>
            E f = <b>{formatDigits(view.value)}</b>
          </span>
        }
      >
        <FunctionChart view={view} rangeKey={runId} drag={drag} />
      </StagePanel>
      <StagePanel
        name="What each draw says"
        part="arrows"
        litBy={['score', 'pathwise', 'baseline', 'sticking', 'straight']}
        heading={
          <span>
            What each draw says
            <HelpTip
              about="the arrows"
              text={`One arrow for each of the first ${view.draws.places.length} draws, at its place: its estimate of the gradient with respect to ${PARAMETER_NAMES[parameter]}. All lanes have the same scale. Pale arrows have the wrong sign.`}
            />
          </span>
        }
      >
        <ArrowsChart view={view} drawn={drawn} />
      </StagePanel>
      <StagePanel
        name="Single estimates"
        part="histograms"
        litBy={['gradient']}
        actions={
          <span className={layout.figure}>
            gradient = <b>{formatDigits(gradient)}</b>
          </span>
        }
      >
        <HistogramsChart view={view} drawn={drawn} />
      </StagePanel>
      <StagePanel
        name="Variance of averages"
        part="variance"
        litBy={['variance']}
        heading={
          <span>
            Variance of averages
            <HelpTip
              about="the variance"
              text="Lines: exact. Marks: measured, with two standard errors. More draws lower every line in the same way, by 1/n. Dotted: the square of a bias, which no number of draws lowers."
            />
          </span>
        }
      >
        <VarianceChart drawn={drawn} gradient={gradient} ghosts={useGhosts(VARIANCE)} />
      </StagePanel>
      <Figures view={view} />
      <p className={layout.note} data-export="text">
        {noteOf(view, count)}
      </p>
    </StageGrid>
  );
}

const Figures = memo(function Figures({ view }: { readonly view: DrawsView }) {
  const { gradient } = view;
  return (
    <EstimatorTable
      label="Figures of the estimators"
      head={HEAD}
      rows={view.estimates.map((estimates) => {
        const { id, mean, meanError, exactMean, variance, exactVariance } = estimates;
        const isBiased = biasOf(estimates, gradient) !== 0;
        return {
          id,
          values: [
            formatWithError(mean, meanError),
            isBiased ? (
              <strong key="bias">{formatDigits(exactMean)}, biased</strong>
            ) : (
              formatDigits(exactMean)
            ),
            formatDigits(variance),
            formatDigits(exactVariance),
            drawsNeeded(estimates, gradient),
          ],
        };
      })}
    />
  );
});

/** The ratio that the lab is about, in words. */
function noteOf({ estimates, hasJumps, q }: DrawsSnapshot, count: number): string {
  const variance = (wanted: string) => estimates.find(({ id }) => id === wanted)?.exactVariance;
  const draws = `${count.toLocaleString('en-US')} draws.`;
  if (hasJumps && 'mean' in q)
    return `${draws} f jumps. Its slope at the draws misses the jump, so reparameterisation is biased.`;
  const [score, pathwise] = [variance('score') ?? 0, variance('pathwise') ?? 0];
  if (pathwise < 1e-12 || score < 1e-12) return draws;
  return score > pathwise
    ? `${draws} The score function needs ${times(score / pathwise)} times as many draws as reparameterisation.`
    : `${draws} Here reparameterisation needs ${times(pathwise / score)} times as many draws as the score function.`;
}

const times = (ratio: number): string =>
  ratio < 100 ? formatFixed(ratio, 1) : Math.round(ratio).toLocaleString('en-US');
