/** The panels of the parts with densities, each with what it takes from the store. */
import { memo, useMemo } from 'react';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { useRun } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { HelpTip } from '../../../../ui/HelpTip.tsx';
import { formatFixed } from '../../../../ui/numbers.ts';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useFollowed } from '../../../shared/useInspection.ts';
import { divergences } from '../../lab.ts';
import { divergencesLayers } from '../../layers.ts';
import type {
  DensitiesView,
  Direction,
  DivergencesQuery,
  DivergencesSnapshot,
} from '../../snapshot.ts';
import { MOST_COMPONENTS } from '../../targets.ts';
import { Figures } from '../Figures.tsx';
import styles from '../Stage.module.css';
import { useGestures } from '../useGestures.ts';
import { NAMES, nats, uncoveredInWords } from '../words.ts';
import { DensityChart } from './DensityChart.tsx';
import { IntegrandChart } from './IntegrandChart.tsx';
import { LandscapeChart } from './LandscapeChart.tsx';

const CELLS = 51;
const DENSITIES = ['p', 'q', 'forward', 'reverse'];

/** p and every q, which can be dragged. */
export const DensitiesPanel = memo(function DensitiesPanel({
  view,
}: {
  readonly view: DensitiesView;
}) {
  const gestures = useGestures();
  const runId = useRun((state) => state.runId);
  const { target } = view;
  const isMixture = target.kind === 'mixture';
  const isCut = isMixture && (target.from !== undefined || target.to !== undefined);
  const isFull = isMixture && target.components.length >= MOST_COMPONENTS;
  return (
    <StagePanel
      name="Densities"
      part="densities"
      litBy={DENSITIES}
      actions={
        isMixture ? (
          <span className={styles.actions}>
            <Button
              size="small"
              aria-disabled={isFull}
              tooltip={`p has at most ${MOST_COMPONENTS} peaks`}
              onClick={isFull ? undefined : gestures.addPeak}
            >
              Add a peak
            </Button>
            <Button size="small" aria-pressed={isCut} onClick={gestures.toggleCut}>
              Cut p off
            </Button>
          </span>
        ) : (
          <span className={styles.hint}>Draw across the chart to change p.</span>
        )
      }
    >
      <DensityChart view={view} rangeKey={runId} gestures={gestures} />
    </StagePanel>
  );
});

interface FitProps {
  readonly view: DensitiesView;
  readonly direction: Direction;
}

const HELP: Readonly<Record<Direction, string>> = {
  forward:
    'The curve is p log(p/q). The filled area minus the hatched area is KL(p‖q), in nats: the area may be negative in places, its sum never is.',
  reverse:
    'The curve is q log(q/p). The filled area minus the hatched area is KL(q‖p), in nats: the area may be negative in places, its sum never is.',
  alpha:
    'The integrand of the alpha divergence, written so that it is negative nowhere. Alpha −1 is KL(q‖p), 1 is KL(p‖q), 0 is symmetric.',
};

/** The divergence that a q is fitted by, as a number and as an area. */
export const IntegrandPanel = memo(function IntegrandPanel({ view, direction }: FitProps) {
  const runId = useRun((state) => state.runId);
  const { colour } = comparedLook(direction, useTheme());
  const fit = view.fits.find((other) => other.direction === direction);
  const curve = useMemo(() => fit && { xs: view.x, values: fit.integrand }, [fit, view.x]);
  const gap =
    direction === 'forward'
      ? fit?.figures.outsideQ
      : direction === 'reverse'
        ? fit?.figures.outsideP
        : null;
  return (
    <StagePanel
      name={`${NAMES[direction]} as an area`}
      part={`area-${direction}`}
      litBy={[direction]}
      heading={
        <span className={styles.figure} style={{ color: colour }}>
          {NAMES[direction]} = <b>{nats(fit?.value ?? Number.NaN)}</b>
          <HelpTip about={NAMES[direction]} text={HELP[direction]} />
        </span>
      }
    >
      <IntegrandChart direction={direction} curve={curve ?? null} rangeKey={runId} />
      {gap && fit?.value === Infinity && (
        <p className={styles.infinite} role="status">
          {uncoveredInWords(direction === 'forward' ? 'p' : 'q', gap)}
        </p>
      )}
    </StagePanel>
  );
});

/** A landscape stays while q is dragged. */
const LANDSCAPE = {
  of: (snapshot: DivergencesSnapshot) =>
    'target' in snapshot &&
    JSON.stringify([snapshot.target, snapshot.alpha, snapshot.fits[0].components.length]),
};

/** The same divergence over mean and width of q. */
export const LandscapePanel = memo(function LandscapePanel({ view, direction }: FitProps) {
  const gestures = useGestures();
  const fit = view.fits.find((other) => other.direction === direction) ?? null;
  const query = useMemo<DivergencesQuery>(
    () => ({ kind: 'landscape', direction, cells: CELLS }),
    [direction],
  );
  const { inspection: look, failure } = useFollowed(divergences, query, LANDSCAPE);
  const { shown } = useLayers(divergencesLayers);
  const landscape = look?.direction === direction ? look : null;
  const absent = failure ?? landscape?.absent ?? null;
  const [best] = landscape?.points ?? [];
  return (
    <StagePanel
      name={`Landscape of ${NAMES[direction]}`}
      part={`landscape-${direction}`}
      litBy={['landscape', direction]}
      heading={best?.kind === 'minimum' ? `Landscape: least ${nats(best.value)}` : 'Landscape'}
      actions={
        direction !== 'reverse' || view.fits.length === 1 ? (
          <LayerToggles of={divergencesLayers} />
        ) : undefined
      }
    >
      <LandscapeChart
        landscape={landscape}
        fit={fit}
        showsPoints={shown.stationary}
        gestures={absent === null ? gestures : null}
        placeholder={
          absent !== null
            ? { kind: 'empty', message: absent }
            : landscape
              ? null
              : { kind: 'loading', message: 'Computing the landscape' }
        }
      />
    </StagePanel>
  );
});

/** All divergences of every q: each row is one q, each column one divergence. */
export const FiguresTable = memo(function FiguresTable({ view }: { readonly view: DensitiesView }) {
  const theme = useTheme();
  const hasAlpha = view.fits.some(({ direction }) => direction === 'alpha');
  const alpha = hasAlpha ? [`Dα, α = ${formatFixed(view.alpha, 2)}`] : [];
  return (
    <Figures
      head={['q of', 'KL(p‖q)', 'KL(q‖p)', ...alpha, 'JS', 'TV']}
      rows={view.fits.map(({ direction, figures }) => ({
        name: NAMES[direction],
        colour: comparedLook(direction, theme).colour,
        values: [
          nats(figures.forward),
          nats(figures.reverse),
          ...(hasAlpha ? [nats(figures.alpha)] : []),
          nats(figures.jensenShannon),
          nats(figures.totalVariation),
        ],
      }))}
    />
  );
});
