/** The panels of the parts with densities, each with what it takes from the store. */
import { memo, useMemo } from 'react';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { useRun } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { ChangingText } from '../../../../ui/ChangingText.tsx';
import { HelpTip } from '../../../../ui/HelpTip.tsx';
import { formatFixed } from '../../../../ui/numbers.ts';
import { FiguresTable } from '../../../shared/stage/FiguresTable.tsx';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useGhosts } from '../../../shared/stage/useGhosts.ts';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useFollowed } from '../../../shared/useInspection.ts';
import { divergences } from '../../lab.ts';
import { divergencesLayers } from '../../layers.ts';
import type {
  Areas,
  DensitiesView,
  Direction,
  DivergencesQuery,
  DivergencesSnapshot,
  FitView,
} from '../../snapshot.ts';
import { MOST_COMPONENTS, type Target } from '../../targets.ts';
import { FigureHeading } from '../FigureHeading.tsx';
import type { DivergenceGestures } from '../gestures.ts';
import styles from '../Stage.module.css';
import { useGestures } from '../useGestures.ts';
import { drawnOf, infiniteInWords, keptCurveOf, NAMES, nats, sizeOf } from '../words.ts';
import { DensityChart } from './DensityChart.tsx';
import { IntegrandChart } from './IntegrandChart.tsx';
import { LandscapeChart } from './LandscapeChart.tsx';

const CELLS = 51;
const DENSITIES = ['p', 'q', 'forward', 'reverse'];

/** p and every q, which can be dragged. */
export function DensitiesPanel({ view }: { readonly view: DensitiesView }) {
  const gestures = useGestures();
  const runId = useRun((state) => state.runId);
  return (
    <StagePanel
      name="Densities"
      part="densities"
      litBy={DENSITIES}
      actions={<TargetActions {...actionsOn(view.target)} gestures={gestures} />}
    >
      <DensityChart
        {...{ view, gestures }}
        rangeKey={runId}
        ghosts={useGhosts(keptCurveOf(view))}
      />
    </StagePanel>
  );
}

/** What can be done with p apart from dragging it. */
function actionsOn(target: Target) {
  if (target.kind === 'drawn') return { isMixture: false, isCut: false, isFull: false };
  const { components, from, to } = target;
  const isCut = from !== undefined || to !== undefined;
  return { isMixture: true, isCut, isFull: components.length >= MOST_COMPONENTS };
}

interface TargetActionsProps extends ReturnType<typeof actionsOn> {
  readonly gestures: DivergenceGestures;
}

const TargetActions = memo(function TargetActions(props: TargetActionsProps) {
  const { isMixture, isCut, isFull, gestures } = props;
  if (!isMixture) return <span className={styles.hint}>Draw across the chart to change p.</span>;
  return (
    <span className={styles.actions}>
      <Button
        size="small"
        disabled={isFull}
        tooltip={`p has at most ${MOST_COMPONENTS} peaks`}
        onClick={gestures.addPeak}
      >
        Add a peak
      </Button>
      <Button size="small" aria-pressed={isCut} onClick={gestures.toggleCut}>
        Cut p off
      </Button>
    </span>
  );
});

interface IntegrandPanelProps {
  readonly xs: Float32Array;
  readonly fit: FitView;
  readonly areas: Areas;
}

const HELP: Readonly<Record<Direction | 'chiForward' | 'chiReverse', string>> = {
  forward:
    'The curve is p log(p/q). The filled area minus the hatched area is KL(p‖q), in nats: the area may be negative in places, its sum never is.',
  reverse:
    'The curve is q log(q/p). The filled area minus the hatched area is KL(q‖p), in nats: the area may be negative in places, its sum never is.',
  alpha:
    'The integrand of the alpha divergence, written so that it is negative nowhere. Alpha −1 is KL(q‖p), 1 is KL(p‖q), 0 is symmetric.',
  chiForward:
    'The area under (p − q)²/q is χ²(p‖q). It is also the variance of the ratio p/q over samples of q, and log(1 + χ²) is at least KL(p‖q).',
  chiReverse:
    'The area under (q − p)²/p is χ²(q‖p). It is also the variance of the ratio q/p over samples of p, and log(1 + χ²) is at least KL(q‖p).',
};

/** The divergence that a q is fitted by, or chi-squared, as a number and as an area. */
export const IntegrandPanel = memo(function IntegrandPanel(props: IntegrandPanelProps) {
  const { xs, fit, areas } = props;
  const runId = useRun((state) => state.runId);
  const { direction, integrand, figures } = fit;
  const { name, figure } = drawnOf(areas, direction);
  const value = figures[figure];
  return (
    <StagePanel
      name={`${name} as an area`}
      part={`area-${direction}`}
      litBy={[direction]}
      heading={
        <FigureHeading name={name} value={value} look={direction}>
          <HelpTip about={name} text={HELP[figure]} />
        </FigureHeading>
      }
    >
      <IntegrandChart {...{ direction, xs, areas, values: integrand }} rangeKey={runId} />
      {value === Infinity && (
        <p className={styles.infinite} role="status" data-export="text">
          {infiniteInWords(figure, figures)}
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

interface LandscapePanelProps extends Pick<FitView, 'direction' | 'components' | 'path'> {
  /** Of the first landscape: its switches are those of all. */
  readonly hasToggles: boolean;
}

/** The same divergence over mean and width of q. */
export const LandscapePanel = memo(function LandscapePanel(props: LandscapePanelProps) {
  const { direction, components, path, hasToggles } = props;
  const gestures = useGestures();
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
      heading={
        best?.kind === 'minimum' ? (
          <>
            Landscape: least <ChangingText>{nats(best.value)}</ChangingText>
          </>
        ) : (
          'Landscape'
        )
      }
      actions={hasToggles && <Toggles of={divergencesLayers} />}
    >
      <LandscapeChart
        landscape={landscape}
        {...{ direction, path }}
        component={components.length === 1 ? components[0] : null}
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

/** What a landscape takes of a fit. */
export const landscapeOf = ({ direction, components, path }: FitView) => ({
  ...{ direction, components, path },
});

const Toggles = memo(LayerToggles);

interface FitsTableProps {
  readonly fits: readonly FitView[];
  readonly alpha: number;
}

/** All divergences of every q: each row is one q, each column one divergence. */
export function FitsTable({ fits, alpha }: FitsTableProps) {
  const theme = useTheme();
  const hasAlpha = fits.some(({ direction }) => direction === 'alpha');
  const alphaColumn = { name: 'Dα', help: `The alpha divergence, α = ${formatFixed(alpha, 2)}` };
  return (
    <FiguresTable
      className={styles.fits}
      head={[
        'q of',
        'KL(p‖q)',
        'KL(q‖p)',
        ...(hasAlpha ? [alphaColumn] : []),
        'JS',
        'TV',
        'χ²(p‖q)',
        'χ²(q‖p)',
      ]}
      rows={fits.map(({ direction, figures }) => ({
        name: NAMES[direction],
        colour: comparedLook(direction, theme).colour,
        values: [
          nats(figures.forward),
          nats(figures.reverse),
          ...(hasAlpha ? [nats(figures.alpha)] : []),
          nats(figures.jensenShannon),
          nats(figures.totalVariation),
          sizeOf(figures.chiForward),
          sizeOf(figures.chiReverse),
        ],
      }))}
    />
  );
}
