import { linePath } from '../../../../plots/chart/paths.ts';
import { ClusterEllipse } from '../../../../plots/layers/ClusterEllipse.tsx';
import { axesOf, planeCovariance } from '../../../../plots/layers/ellipse.ts';
import type { Latent } from '../../../../plots/plane/coordinates.ts';
import { cloudOf, latent } from '../../../../plots/plane/coordinates.ts';
import { cloudExtent, joinExtents } from '../../../../plots/plane/extent.ts';
import type { Frame } from '../../../../plots/plane/frame.ts';
import { Plane } from '../../../../plots/plane/Plane.tsx';
import { useScene } from '../../../../plots/plane/scene.ts';
import { ellipses } from '../../../../plots/style/marks.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import type { TrackingPlotProps } from './TrackingPlot.tsx';
import { trackStyle } from './trackStyle.ts';
import type { Estimate, GaussianTrack } from './tracks.ts';
import { ESTIMATE_OF, ESTIMATES, knownSteps, trackReach } from './tracks.ts';

const D = 2;
const FIRST_TWO = [0, 1] as const;
/** More faint ellipses than this would cover the paths. */
const MOST_ELLIPSES = 40;

/** Two positions against each other, with covariance ellipses at two standard deviations. */
export function TrackingPlane(props: TrackingPlotProps) {
  const { truth, observations, tracks, sample, onHover } = props;
  const seen = [
    ...ESTIMATES.map((kind) => tracks[kind] && trackReach(tracks[kind], D)),
    observations,
    truth,
    sample,
  ].filter((values) => values != null);
  return (
    <Plane<Latent>
      of={{
        xLabel: props.names[0],
        yLabel: props.names[1],
        extent: seen.map((values) => cloudExtent(cloudOf(values, D))).reduce(joinExtents, null),
        domainKey: props.domainKey,
      }}
      picking={{ clouds: [cloudOf(truth ?? observations, D)], onHover }}
      placeholder={props.placeholder}
    >
      <Tracked {...props} />
    </Plane>
  );
}

function Tracked(props: TrackingPlotProps) {
  const theme = useTheme();
  const { frame, clip } = useScene<Latent>();
  const { truth, observations, tracks, sample, present, hovered } = props;
  const made = present === null ? null : ESTIMATE_OF[present.kind];
  const step = hovered ?? present?.step ?? null;
  const count = Math.floor(observations.length / D);
  return (
    <>
      {present !== null && (
        <text
          className="plot-tick"
          x={frame.area.left + frame.area.width}
          y={frame.area.top - 10}
          textAnchor="end"
          aria-hidden="true"
        >
          {`${present.kind}, step ${present.step}`}
        </text>
      )}
      <g clipPath={clip} pointerEvents="none">
        {truth !== null && <path className="track-truth" d={pathOf(frame, truth)} />}
        {ESTIMATES.map((kind) => {
          const track = tracks[kind];
          return (
            track != null && (
              <TrackMarks
                key={kind}
                kind={kind}
                track={track}
                withEllipses={kind === (made ?? latestOf(tracks))}
                present={step}
                isMade={kind === made}
              />
            )
          );
        })}
        {sample != null && (
          <path
            className="track-line"
            d={pathOf(frame, sample)}
            stroke={trackStyle('sample', theme).colour}
            strokeWidth={trackStyle('sample', theme).width}
            strokeDasharray={trackStyle('sample', theme).dashes}
          />
        )}
        {sample != null && present?.kind === 'sample' && (
          <SampleMark sample={sample} step={present.step} />
        )}
        {Array.from({ length: count }, (_, row) => {
          const [x, y] = [observations[D * row], observations[D * row + 1]];
          if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
          return (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: the step is the item
              key={row}
              className="track-observation"
              data-present={row === step}
              d={`M${frame.screenX(x) - 3},${frame.screenY(y) - 3}l6,6m0,-6l-6,6`}
            />
          );
        })}
      </g>
    </>
  );
}

/** SVG path through T x 2 positions, interrupted where they are not finite. */
function pathOf(
  frame: Frame<Latent>,
  values: ArrayLike<number>,
  [from, to]: readonly [number, number] = [0, Math.floor(values.length / D)],
): string {
  const at = (index: number) => D * (from + index);
  return linePath(
    Math.max(0, to - from),
    (index) => frame.screenX(values[at(index)]),
    // A state is missing as a whole.
    (index) => frame.screenY(values[at(index) + 1]),
    3,
  );
}

/** The last kind that has been computed: what the others led to. */
const latestOf = (tracks: TrackingPlotProps['tracks']): Estimate | undefined =>
  ESTIMATES.findLast((kind) => tracks[kind] != null);

interface SampleMarkProps {
  readonly sample: ArrayLike<number>;
  readonly step: number;
}

/** The state that was drawn last. */
function SampleMark({ sample, step }: SampleMarkProps) {
  const { frame } = useScene<Latent>();
  const theme = useTheme();
  const [x, y] = [sample[D * step], sample[D * step + 1]];
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  return (
    <circle
      className="track-present"
      cx={frame.screenX(x)}
      cy={frame.screenY(y)}
      r={5}
      stroke={trackStyle('sample', theme).colour}
    >
      <title>{`sample, step ${step}`}</title>
    </circle>
  );
}

interface TrackMarksProps {
  readonly kind: Estimate;
  readonly track: GaussianTrack;
  /** Whether all its steps have an ellipse, or only the present one. */
  readonly withEllipses: boolean;
  readonly present: number | null;
  /** Whether it is what the present message makes. */
  readonly isMade: boolean;
}

function TrackMarks(props: TrackMarksProps) {
  const { frame } = useScene<Latent>();
  const { kind, track, present, isMade } = props;
  const theme = useTheme();
  const style = trackStyle(kind, theme);
  const known = knownSteps(track, D);
  const [from, to] = known;
  const every = Math.max(1, Math.ceil((to - from) / MOST_ELLIPSES));
  const ellipse = (step: number, isPresent: boolean) => (
    <ClusterEllipse
      key={isPresent ? 'present' : step}
      mean={latent(track.means[D * step], track.means[D * step + 1])}
      axes={axesOf(planeCovariance(covarianceAt(track, step), D, FIRST_TWO))}
      colour={style.colour}
      {...ellipses[!isPresent ? 'track' : isMade ? 'computed' : 'present']}
      dashes={style.dashes}
    />
  );
  const isKnown = present !== null && present >= from && present < to;
  return (
    <g>
      {props.withEllipses &&
        Array.from({ length: Math.ceil(Math.max(0, to - from) / every) }, (_, index) =>
          ellipse(from + every * index, false),
        )}
      <path
        className="track-line"
        d={pathOf(frame, track.means, known)}
        stroke={style.colour}
        strokeWidth={style.width}
        strokeDasharray={style.dashes}
      />
      {isKnown && (
        <>
          {ellipse(present, true)}
          <circle
            className="track-present"
            data-made={isMade}
            cx={frame.screenX(track.means[D * present])}
            cy={frame.screenY(track.means[D * present + 1])}
            r={isMade ? 5 : 3.5}
            stroke={style.colour}
          >
            <title>{`${kind}, step ${present}`}</title>
          </circle>
        </>
      )}
    </g>
  );
}

const covarianceAt = ({ covariances }: GaussianTrack, step: number): readonly number[] => [
  covariances[4 * step],
  covariances[4 * step + 1],
  covariances[4 * step + 2],
  covariances[4 * step + 3],
];
