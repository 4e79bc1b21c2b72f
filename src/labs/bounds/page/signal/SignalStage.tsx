import { useMemo } from 'react';
import { gradientLook } from '../../../../plots/style/boundLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { grouped } from '../../../../settings/words.ts';
import { useRun } from '../../../../store/context.ts';
import { classNames } from '../../../../ui/classNames.ts';
import { HelpTip } from '../../../../ui/HelpTip.tsx';
import { formatDigits, formatFixed, formatWithError } from '../../../../ui/numbers.ts';
import layout from '../../../shared/stage/PartsStage.module.css';
import { StageGrid } from '../../../shared/stage/StageGrid.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { ToggleTable } from '../../../shared/stage/ToggleTable.tsx';
import { useGhosts } from '../../../shared/stage/useGhosts.ts';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { boundsLayers } from '../../layers.ts';
import { type BoundsSnapshot, CURVES, type GradientView, type SignalView } from '../../snapshot.ts';
import { SIGNAL, SIGNAL_PANELS } from '../layouts.ts';
import styles from '../Stage.module.css';
import { useDrag } from '../useDrag.ts';
import { BoundChart } from '../weights/BoundChart.tsx';
import { DensityPanel } from '../weights/DensityPanel.tsx';
import { ABOVE, SignalChart } from './SignalChart.tsx';

type SignalSnapshot = Extract<BoundsSnapshot, SignalView>;

const HEAD = [
  'Gradient',
  { name: 'mean', help: 'Expectation of the gradient at K, exact' },
  { name: 'sd', help: 'Standard deviation of the gradient at K, exact' },
  { name: 'signal / noise', help: 'Size of the mean over the standard deviation, at K' },
  { name: 'slope', help: 'Of the exact line from K = 1 to 1,000, on both logarithmic axes' },
  { name: 'slope, measured', help: 'Through the filled marks, with its standard error' },
] as const;

/** The bound over K, and the signal of its gradients over the same K. */
export default function SignalStage({ view }: { readonly view: SignalSnapshot }) {
  const runId = useRun((state) => state.runId);
  const { shown } = useLayers(boundsLayers);
  const drag = useDrag();
  const ghosts = useGhosts(CURVES.datum);
  const drawn = useMemo(
    () => view.gradients.filter(({ id }) => shown[id]),
    [view.gradients, shown],
  );
  return (
    <StageGrid layout={SIGNAL} names={SIGNAL_PANELS} className={styles.signal}>
      <DensityPanel view={view} />
      <StagePanel
        name="Bound and signal over K"
        part="signal"
        litBy={['bound', 'evidence', 'limit', 'encoder', 'dreg', 'decoder']}
        heading={
          <span>
            Bound and signal over K
            <HelpTip
              about="the signal"
              text="Above: the bound. Below: the mean of a gradient as a fraction of its standard deviation. Lines: exact, with their slopes. Marks: measured, with two standard errors; hollow where the measured mean is not clearly different from 0. Play adds draws."
            />
          </span>
        }
      >
        <div className={styles.over}>
          <BoundChart
            view={view}
            rangeKey={runId}
            drag={drag}
            ghosts={ghosts}
            margin={ABOVE}
            isAbove
          />
          <SignalChart drawn={drawn} sizes={view.line.sizes} samples={view.samples} />
        </div>
      </StagePanel>
      <Figures gradients={view.gradients} />
      <p className={classNames(layout.note, styles.note)} data-export="text">
        {noteOf(view)}
      </p>
    </StageGrid>
  );
}

function Figures({ gradients }: Pick<SignalView, 'gradients'>) {
  const theme = useTheme();
  return (
    <ToggleTable
      label="Figures of the gradients"
      layers={boundsLayers}
      head={HEAD}
      rows={gradients.map(({ id, mean, sd, ratio, slope, measuredSlope }: GradientView) => ({
        ...{ id, look: gradientLook(id, theme) },
        values: [
          formatDigits(mean),
          formatDigits(sd),
          formatDigits(ratio),
          slope === null ? '–' : formatFixed(slope, 3),
          measuredSlope === null ? '–' : formatWithError(measuredSlope.slope, measuredSlope.error),
        ],
      }))}
    />
  );
}

/** Repeats for an error as large as the mean. */
const needed = (ratio: number): string => grouped(Math.max(1, Math.ceil(ratio ** -2)));

function noteOf({ gradients, samples, sets, marks, chiSquare }: SignalView): string {
  const [encoder, dreg] = gradients;
  const largest = marks[marks.length - 1];
  const repeats = `Measured: ${sets} ${sets === 1 ? 'set' : 'sets'} of draws, ${grouped(largest.repeats)} repeats of K = ${grouped(largest.samples)}.`;
  if (encoder.ratio === 0)
    return `The mean of q is that of the posterior: the encoder’s gradient is 0 on average, and all of it is noise. ${repeats}`;
  const heavy =
    chiSquare === null ? 'χ² is infinite: the slopes are not those of the theory. ' : '';
  return `${heavy}At K = ${samples} it takes ${needed(encoder.ratio)} gradients of the encoder until their error is as small as their mean, and ${needed(dreg.ratio)} of DReG. ${repeats}`;
}
