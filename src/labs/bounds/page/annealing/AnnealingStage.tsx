import { useMemo } from 'react';
import { useTheme } from '../../../../plots/style/theme.ts';
import { grouped } from '../../../../settings/words.ts';
import { useController } from '../../../../store/context.ts';
import { HelpTip } from '../../../../ui/HelpTip.tsx';
import { formatDigits, formatFixed, formatWithError } from '../../../../ui/numbers.ts';
import { settingDrags } from '../../../shared/editing/settingDrag.ts';
import { FiguresTable } from '../../../shared/stage/FiguresTable.tsx';
import { StageGrid } from '../../../shared/stage/StageGrid.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useGhosts } from '../../../shared/stage/useGhosts.ts';
import type { AnnealingSeries, AnnealingView } from '../../annealingView.ts';
import { boundsTable } from '../../settings.ts';
import { CURVES } from '../../snapshot.ts';
import { ANNEALING, ANNEALING_PANELS } from '../layouts.ts';
import styles from '../Stage.module.css';
import { BridgeChart } from './BridgeChart.tsx';
import { EnclosureChart } from './EnclosureChart.tsx';
import { NAMES, SERIES, seriesLook } from './looks.ts';

const { targetMean, targetSd, bridgeSteps } = boundsTable.settings;
const MOVED = { targetMean, targetSd, bridgeSteps };
const HEAD = [
  { name: 'measured', help: 'Average over all runs, with its standard error' },
  {
    name: 'exact',
    help: 'With perfect moves: log Z less the divergences between neighbours; in reverse, plus them',
  },
  {
    name: 'mean weight / Z',
    help: 'Its expectation is 1. In reverse: Z times the mean of 1 / weight. Where few runs count, even its error is not to be trusted',
  },
  { name: 'runs that count', help: 'Effective share of the runs, by their weights' },
  { name: 'runs', help: 'Press Step or Play for more' },
] as const;

/** A bridge of densities, and log Z enclosed from both sides. */
export default function AnnealingStage({ view }: { readonly view: AnnealingView }) {
  const controller = useController();
  const theme = useTheme();
  const ghosts = useGhosts(CURVES.annealing);
  const drag = useMemo(() => settingDrags(controller, MOVED), [controller]);
  const { steps, logZ, divergence, transitions, shown } = view;
  const exactOf = (series: AnnealingSeries): string => {
    if (series === 'metropolis') return '–';
    const bound = series === 'forward' ? logZ - view.gap : logZ + view.reverseGap;
    return formatFixed(bound, 3);
  };
  return (
    <StageGrid layout={ANNEALING} names={ANNEALING_PANELS} className={styles.annealing}>
      <StagePanel
        name="The bridge"
        part="bridge"
        litBy={['bridge', 'weight']}
        heading={
          <span>
            From N(0, 1) to the target in <b>{grouped(steps)}</b>{' '}
            {steps === 1 ? 'step: plain importance sampling' : 'steps'}
            <HelpTip
              about="the bridge"
              text={`Each curve is one of the densities p_t, all drawn with the same height. Dots are ${shown} runs: the darker a dot, the larger its weight so far. The runs do not move at the target any more; their weights correct for this.`}
            />
          </span>
        }
      >
        <BridgeChart view={view} drag={drag} />
      </StagePanel>
      <StagePanel
        name="Bounds on log Z"
        part="enclosure"
        litBy={['enclosure', 'limit']}
        heading={
          <span>
            log Z = <b>{formatFixed(logZ, 3)}</b>, J / 2T ={' '}
            <b>{formatDigits(divergence / (2 * steps))}</b> nats
            <HelpTip
              about="the bounds"
              text="Lines are exact with perfect moves, marks are measured, with two standard errors. J is the sum of both divergences between start and target. Drag the square to choose T."
            />
          </span>
        }
      >
        <EnclosureChart view={view} drag={drag} ghosts={ghosts} />
      </StagePanel>
      <FiguresTable
        label={`Figures at T = ${steps}`}
        head={[`Bound on log Z, T = ${grouped(steps)}`, ...HEAD]}
        rows={SERIES.map((series) => {
          const one = view.measured[series].find((measured) => measured.steps === steps);
          const isShown = series === (transitions === 'perfect' ? 'forward' : 'metropolis');
          return {
            name: isShown ? <b>{NAMES[series]}</b> : NAMES[series],
            look: seriesLook(series, theme),
            values: one
              ? [
                  formatWithError(one.bound, one.boundError),
                  exactOf(series),
                  formatWithError(one.ratio, one.ratioError),
                  `${formatDigits(100 * one.effective)} %`,
                  grouped(one.runs),
                ]
              : [],
          };
        })}
      />
    </StageGrid>
  );
}
