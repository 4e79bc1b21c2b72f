import { useTheme } from '../../../../plots/style/theme.ts';
import { grouped } from '../../../../settings/words.ts';
import { useRun } from '../../../../store/context.ts';
import { HelpTip } from '../../../../ui/HelpTip.tsx';
import { formatFixed, formatWithError } from '../../../../ui/numbers.ts';
import { FiguresTable } from '../../../shared/stage/FiguresTable.tsx';
import { StageGrid } from '../../../shared/stage/StageGrid.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import type { FilterView } from '../../filterView.ts';
import { FILTER, FILTER_PANELS } from '../layouts.ts';
import styles from '../Stage.module.css';
import { EffectiveChart } from './EffectiveChart.tsx';
import { LikelihoodChart } from './LikelihoodChart.tsx';
import { NAMES, wayLook } from './names.ts';
import { ParticlesChart, ParticlesLegend } from './ParticlesChart.tsx';

const HEAD = [
  'Resampling',
  { name: 'estimates', help: 'Repeats with other random numbers. Press Step or Play for more' },
  {
    name: 'mean of estimate / p(y)',
    help: 'Its expectation is 1: the estimate is unbiased. Where few particles count, even the error is not to be trusted',
  },
  { name: 'mean of log estimate − log p(y)', help: 'Negative in expectation: a lower bound' },
  {
    name: '− variance / 2',
    help: 'Of the log estimates: about where their mean lies, while it is small; a dash beyond 1 nat',
  },
] as const;
/** In nats: beyond that half the variance says nothing of the mean. */
const FAR = 1;

/** A particle filter, and its estimates of a likelihood that the Kalman filter knows exactly. */
export default function FilterStage({ view }: { readonly view: FilterView }) {
  const theme = useTheme();
  const runId = useRun((state) => state.runId);
  const { run, particles, logLikelihood } = view;
  // What the axes are of: they rest from one run of the filter to the next.
  const rangeKey = `${runId} ${particles} ${logLikelihood}`;
  return (
    <StageGrid layout={FILTER} names={FILTER_PANELS} className={styles.filter}>
      <StagePanel
        name="Particles"
        part="particles"
        litBy={['particles', 'weight']}
        actions={<ParticlesLegend colour={wayLook(run.resampling, theme).colour} />}
      >
        <ParticlesChart view={view} rangeKey={rangeKey} />
      </StagePanel>
      <StagePanel
        name="Particles that count"
        part="effective"
        litBy={['particles']}
        heading={
          <span>
            Particles that count, of <b>{grouped(particles)}</b>
            <HelpTip
              about="particles that count"
              text="The effective sample size, before particles are drawn again by their weights. A dot marks a step where they are."
            />
          </span>
        }
      >
        <EffectiveChart view={view} />
      </StagePanel>
      <StagePanel
        name="Estimates of the likelihood"
        part="likelihood"
        litBy={['likelihood']}
        heading={
          <span>
            Exact log p(y) = <b>{formatFixed(logLikelihood, 2)}</b>
            <HelpTip
              about="the estimates"
              text="The vertical line at 0 is the exact log-likelihood, by the Kalman filter. Each estimate is one run of the filter; marks are their means, and the thin line is the run on the left."
            />
          </span>
        }
      >
        <LikelihoodChart view={view} rangeKey={rangeKey} />
      </StagePanel>
      <FiguresTable
        label="Estimates by each way of resampling"
        head={HEAD}
        rows={view.estimates.map(({ resampling, errors, ratio, mean, spread }) => ({
          name: resampling === run.resampling ? <b>{NAMES[resampling]}</b> : NAMES[resampling],
          look: wayLook(resampling, theme),
          values:
            spread === null
              ? [String(errors.length), '–', '–', '–']
              : [
                  grouped(errors.length),
                  formatWithError(ratio, spread.ratioError),
                  formatWithError(mean, spread.meanError),
                  spread.variance / 2 > FAR ? '–' : formatFixed(-spread.variance / 2, 2),
                ],
        }))}
      />
    </StageGrid>
  );
}
