import { boundLook } from '../../../../plots/style/boundLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { grouped } from '../../../../settings/words.ts';
import { useRun } from '../../../../store/context.ts';
import { classNames } from '../../../../ui/classNames.ts';
import { formatDigits, formatFixed, formatWithError } from '../../../../ui/numbers.ts';
import { FiguresTable } from '../../../shared/stage/FiguresTable.tsx';
import layout from '../../../shared/stage/PartsStage.module.css';
import { StageGrid } from '../../../shared/stage/StageGrid.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useGhosts } from '../../../shared/stage/useGhosts.ts';
import { type BoundsSnapshot, CURVES, type WeightsView } from '../../snapshot.ts';
import { Legend } from '../Legend.tsx';
import { WEIGHTS, WEIGHTS_PANELS } from '../layouts.ts';
import styles from '../Stage.module.css';
import { useDrag } from '../useDrag.ts';
import { BoundChart } from './BoundChart.tsx';
import { DensityPanel } from './DensityPanel.tsx';
import { HistogramChart } from './HistogramChart.tsx';

type WeightsSnapshot = Extract<BoundsSnapshot, WeightsView>;

/** One datum: its weights, their average, and the bound. */
export function WeightsStage({ view }: { readonly view: WeightsSnapshot }) {
  const runId = useRun((state) => state.runId);
  const drag = useDrag();
  const ghosts = useGhosts(CURVES.datum);
  const theme = useTheme();
  const { histogram } = view;
  return (
    <StageGrid layout={WEIGHTS} names={WEIGHTS_PANELS}>
      <DensityPanel view={view} />
      <StagePanel
        name="Bound over K"
        part="bound"
        litBy={['bound', 'evidence', 'limit']}
        actions={
          <Legend
            entries={[
              { name: 'exact', ...boundLook('bound', theme) },
              { name: 'measured', ...boundLook('bound', theme), mark: 0, hasLine: false },
              ...(view.chiSquare === null
                ? []
                : [{ name: 'log p − χ²/2K', ...boundLook('limit', theme) }]),
            ]}
          />
        }
      >
        <BoundChart view={view} rangeKey={runId} drag={drag} ghosts={ghosts} />
      </StagePanel>
      <StagePanel
        name="log p̂ over repeats"
        part="histogram"
        litBy={['weights', 'elbo']}
        actions={
          <span className={layout.figure}>
            sd <b>{formatDigits(histogram.sd)}</b>
          </span>
        }
      >
        <HistogramChart view={view} />
      </StagePanel>
      <Figures view={view} />
      <p className={classNames(layout.note, styles.note)} data-export="text">
        <Note view={view} />
      </p>
    </StageGrid>
  );
}

function Figures({ view }: { readonly view: WeightsView }) {
  const { samples: count, logEvidence, elbo, bound, chiSquare, histogram, marks } = view;
  const nats = (value: number) => formatFixed(value, 4);
  const rows: readonly (readonly [string, string, string])[] = [
    ['log p(x)', nats(logEvidence), ''],
    ['ELBO, K = 1', nats(elbo), formatWithError(marks[0].mean, marks[0].error)],
    [
      `Bound, K = ${count}`,
      nats(bound),
      formatWithError(histogram.measured.mean, histogram.measured.error),
    ],
    ['Gap to log p(x)', formatDigits(logEvidence - bound), ''],
    ['χ², variance of w / p(x)', chiSquare === null ? '∞' : formatDigits(chiSquare), ''],
    [`Effective sample size of ${count}`, '', formatFixed(view.effective, 1)],
    [
      'Its share of K, for large K',
      chiSquare === null ? '0' : formatDigits(1 / (1 + chiSquare)),
      '',
    ],
    [
      'Shape of the tail, Pareto k',
      view.tailShape > 0 ? formatFixed(view.tailShape, 2) : '≤ 0',
      Number.isNaN(view.paretoShape) ? 'equal weights' : formatFixed(view.paretoShape, 2),
    ],
  ];
  return (
    <FiguresTable
      label="Figures of the bound"
      className={styles.figures}
      head={['Figure', 'exact', 'measured']}
      rows={rows.map(([name, ...values]) => ({ name, values }))}
    />
  );
}

/** Whether error bars of these weights can be trusted. */
function Note({ view }: { readonly view: WeightsView }) {
  const { q, posterior, histogram, samples: count, chiSquare } = view;
  const [ofQ, ofPosterior] = [2 * q.sd ** 2, posterior.sd ** 2];
  if (chiSquare === null)
    return (
      <>
        <strong>No second moment.</strong> q is too narrow: 2 · variance of q ={' '}
        {formatFixed(ofQ, 2)} is not above the variance of the posterior,{' '}
        {formatFixed(ofPosterior, 2)}. Rare draws get huge weights, χ² is infinite, and no error bar
        of p̂ can be trusted. The bound holds all the same.
      </>
    );
  return (
    <>
      {grouped(histogram.measured.repeats)} repeats of K = {count}: the average weight p̂ is right on
      average, its logarithm is {formatDigits(view.logEvidence - view.bound)} nats low on average.
      Press Step for new draws.
    </>
  );
}
