import { useCallback, useMemo } from 'react';
import { useGlide } from '../../../../plots/host/useGlide.ts';
import { ClusterEllipse } from '../../../../plots/layers/ClusterEllipse.tsx';
import { axesOf } from '../../../../plots/layers/ellipse.ts';
import { markRadius, paintClusterMarks } from '../../../../plots/layers/painters.ts';
import type { Pen } from '../../../../plots/pen/pen.ts';
import type { Latent } from '../../../../plots/plane/coordinates.ts';
import type { Frame } from '../../../../plots/plane/frame.ts';
import { SquarePlot } from '../../../../plots/plane/SquarePlot.tsx';
import type { Ink } from '../../../../plots/style/ink.ts';
import { colour } from '../../../../plots/style/palette.ts';
import { symbolPath } from '../../../../plots/style/symbols.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { Arrow } from '../../../shared/slowMotion/Arrow.tsx';
import type { Axes } from '../../../shared/stage/AxisChoice.tsx';
import type { IterationInspection, SvaeGmmSnapshot } from '../../snapshot.ts';
import type { IterationFrame } from './frames.ts';
import { slopeAtCentre } from './frameTexts.ts';
import styles from './IterationPlots.module.css';
import { arrowEnds, packScene, sceneDomain, unpackScene } from './scene.ts';
import { type PlaneGaussian, scenePlane } from './scenePlane.ts';

/** The longest arrow, as a part of half the plot. */
const REACH = 0.35;
const LEAST_MESSAGE = 0.005;

export interface LatentSceneProps {
  readonly look: IterationInspection;
  readonly frame: IterationFrame;
  /** Changes with the frame: what moves glides. */
  readonly motionKey: string | number;
  readonly snapshot: SvaeGmmSnapshot;
  /** The two dimensions shown. */
  readonly axes: Axes;
}

/** Latent space around one point: its hint, q(x), the clusters that speak, the sample, slopes. */
export function LatentScene(props: LatentSceneProps) {
  const theme = useTheme();
  const { look, frame, motionKey, snapshot, axes } = props;
  const { stage } = frame;
  const plane = useMemo(() => scenePlane(look, axes), [look, axes]);
  const domain = useMemo(() => sceneDomain(look, plane), [look, plane]);
  const packed = useGlide(
    useMemo(() => packScene(look, frame, plane), [look, frame, plane]),
    motionKey,
  );
  const { posterior, updated, responsibilities } = unpackScene(packed);
  const paint = useCallback(
    (pen: Pen, plot: Frame<Latent>, ink: Ink) =>
      paintClusterMarks(pen, plot, theme, {
        cloud: plane.cloud(snapshot),
        clusters: snapshot.assignments,
        radius: markRadius(snapshot.rows),
        opacity: 0.3,
        halo: ink.surface,
        emphasised: null,
      }),
    [snapshot, plane, theme],
  );

  const { potential, step } = look;
  const hint = plane.gaussian(potential.mean, diagonalOf(potential.variance), 'hint');
  const sampled = plane.point(look.sample, 'posterior');
  const showsPosterior = stage !== 'encode';
  const showsSample = stage === 'sample' || stage === 'decode' || stage === 'gradients';
  const ends = arrowEnds(
    [sampled, hint.mean],
    [plane.vector(look.gradients.sample), plane.vector(slopeAtCentre(look))],
    REACH * domain.half,
  );

  return (
    <SquarePlot<Latent>
      xLabel={plane.xLabel}
      yLabel={plane.yLabel}
      hasY={!plane.isLine}
      domain={domain}
      paint={paint}
      marks={snapshot.rows}
      overlay={(plot, _ink, clip) => (
        <g clipPath={clip} pointerEvents="none">
          {look.clusters.map(({ id, mean, covariance, count }) => {
            const r = responsibilities[id];
            const isMoved = stage === 'update' && id === step.cluster;
            if (count < 1 && r < LEAST_MESSAGE && !isMoved) return null;
            const gaussian = plane.gaussian(mean, covariance, 'clusters');
            const ink = colour(id, theme);
            const [x, y] = plot.toScreen(gaussian.mean);
            return (
              <g key={id}>
                {stage === 'infer' && r > LEAST_MESSAGE && (
                  <MessageLine
                    plot={plot}
                    from={gaussian.mean}
                    to={posterior.mean}
                    share={r}
                    ink={ink}
                  />
                )}
                <Ellipse
                  plot={plot}
                  at={gaussian}
                  ink={ink}
                  strength={0.25 + 0.75 * r}
                  dashed={isMoved}
                />
                {isMoved && <Ellipse plot={plot} at={updated} ink={ink} strength={1} />}
                <path
                  className={styles.centre}
                  d={symbolPath(id, 6)}
                  fill={ink}
                  transform={`translate(${x} ${y})`}
                  opacity={0.45 + 0.55 * r}
                />
                <text className="cluster-number" x={x + 9} y={y - 7}>
                  {id + 1}
                </text>
              </g>
            );
          })}
          {stage !== 'update' && (
            <g className={styles.hint}>
              <Ellipse
                plot={plot}
                at={hint}
                ink="currentColor"
                strength={showsPosterior ? 0.55 : 1}
                dashed
              />
              <Label
                plot={plot}
                at={hint}
                text={showsPosterior ? 'hint' : 'hint ψ'}
                above={false}
              />
            </g>
          )}
          {showsPosterior && (
            <g className={styles.posterior}>
              <Ellipse
                plot={plot}
                at={posterior}
                ink="currentColor"
                strength={stage === 'update' ? 0.5 : 1}
              />
              <Label plot={plot} at={posterior} text="q(x)" above />
            </g>
          )}
          {stage === 'sample' && (
            <Arrow
              plot={plot}
              from={posterior.mean}
              to={sampled}
              className={styles.noise}
              label=""
            />
          )}
          {showsSample && (
            <g
              className={styles.sample}
              transform={`translate(${plot.toScreen(sampled).join(' ')})`}
            >
              <path d="M-5,-5L5,5M-5,5L5,-5" />
              <text className="overlay-label" x={9} y={13}>
                x
              </text>
            </g>
          )}
          {stage === 'gradients' && (
            <>
              <Arrow
                plot={plot}
                from={sampled}
                to={ends[0]}
                className={styles.slope}
                label="slope at x"
                labelled="below"
              />
              <Arrow
                plot={plot}
                from={hint.mean}
                to={ends[1]}
                className={styles.slope}
                label="slope for the hint"
              />
            </>
          )}
        </g>
      )}
    />
  );
}

function diagonalOf(values: readonly number[]): number[] {
  const d = values.length;
  return Array.from({ length: d * d }, (_, i) => (i % (d + 1) === 0 ? values[i / (d + 1)] : 0));
}

interface OnPlot {
  readonly plot: Frame<Latent>;
}

interface EllipseProps extends OnPlot {
  readonly at: PlaneGaussian;
  readonly ink: string;
  readonly strength: number;
  readonly dashed?: boolean;
}

function Ellipse({ plot, at, ink, strength, dashed = false }: EllipseProps) {
  return (
    <ClusterEllipse
      frame={plot}
      mean={at.mean}
      axes={axesOf(at.covariance)}
      colour={ink}
      strokeOpacity={strength}
      fillOpacity={0.1 * strength}
      strokeWidth={2}
      dashes={dashed ? '5 4' : undefined}
    />
  );
}

/** Beyond the ellipse's upper or lower end, where it hides the least. */
function Label({
  plot,
  at,
  text,
  above,
}: OnPlot & { at: PlaneGaussian; text: string; above: boolean }) {
  const reach = 2 * Math.sqrt(at.covariance.yy) * plot.unit;
  const { top, height } = plot.area;
  const y = plot.screenY(at.mean[1]) + (above ? -reach - 6 : reach + 16);
  return (
    <text
      className="overlay-label"
      x={plot.screenX(at.mean[0])}
      y={Math.min(top + height - 6, Math.max(top + 14, y))}
      textAnchor="middle"
    >
      {text}
    </text>
  );
}

interface MessageProps extends OnPlot {
  readonly from: Latent;
  readonly to: Latent;
  /** Responsibility: how much the cluster's word counts. */
  readonly share: number;
  readonly ink: string;
}

function MessageLine({ plot, from, to, share, ink }: MessageProps) {
  const [x1, y1] = plot.toScreen(from);
  const [x2, y2] = plot.toScreen(to);
  return (
    <line
      x1={x1}
      y1={y1}
      x2={x2}
      y2={y2}
      stroke={ink}
      strokeWidth={1 + 4 * share}
      opacity={0.2 + 0.6 * share}
    />
  );
}
