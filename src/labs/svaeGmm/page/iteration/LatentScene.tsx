import { useMemo } from 'react';
import { useGlide } from '../../../../plots/host/useGlide.ts';
import { ClusterEllipse } from '../../../../plots/layers/ClusterEllipse.tsx';
import { Drawn } from '../../../../plots/layers/Drawn.tsx';
import { axesOf } from '../../../../plots/layers/ellipse.ts';
import { MeanMark } from '../../../../plots/layers/MeanMark.tsx';
import { Points } from '../../../../plots/layers/Points.ts';
import type { Latent } from '../../../../plots/plane/coordinates.ts';
import { Plane } from '../../../../plots/plane/Plane.tsx';
import { useScene } from '../../../../plots/plane/scene.ts';
import { ellipseOfPart, marks } from '../../../../plots/style/marks.ts';
import { usePlotStyle } from '../../../../plots/style/style.ts';
import { Arrow, arrowEnds } from '../../../shared/slowMotion/Arrow.tsx';
import type { Axes } from '../../../shared/stage/AxisChoice.tsx';
import type { IterationInspection, SvaeGmmSnapshot } from '../../snapshot.ts';
import type { IterationFrame } from './frames.ts';
import { slopeAtCentre } from './frameTexts.ts';
import styles from './IterationPlots.module.css';
import { packScene, sceneDomain, unpackScene } from './scene.ts';
import { type PlaneGaussian, scenePlane } from './scenePlane.ts';

/** The longest arrow, as a part of half the plot. */
const REACH = 0.35;
const LEAST_MESSAGE = 0.005;

export interface LatentSceneProps {
  readonly inspection: IterationInspection;
  readonly frame: IterationFrame;
  /** Changes with the frame: what moves glides. */
  readonly motionKey: string | number;
  readonly snapshot: SvaeGmmSnapshot;
  /** The two dimensions shown. */
  readonly axes: Axes;
}

/** Latent space around one point: its hint, q(x), the clusters that speak, the sample, slopes. */
export function LatentScene(props: LatentSceneProps) {
  const { colour } = usePlotStyle();
  const { inspection, frame, motionKey, snapshot, axes } = props;
  const { stage } = frame;
  const plane = useMemo(() => scenePlane(inspection, axes), [inspection, axes]);
  const domain = useMemo(() => sceneDomain(inspection, plane), [inspection, plane]);
  const packed = useGlide(
    useMemo(() => packScene(inspection, frame, plane), [inspection, frame, plane]),
    motionKey,
  );
  const { posterior, updated, responsibilities } = unpackScene(packed);
  const cloud = useMemo(() => plane.cloud(snapshot), [plane, snapshot]);
  const { potential, step } = inspection;
  const hint = plane.gaussian(potential.mean, diagonalOf(potential.variance), 'hint');
  const sampled = plane.point(inspection.sample, 'posterior');
  const showsPosterior = stage !== 'encode';
  const showsSample = stage === 'sample' || stage === 'decode' || stage === 'gradients';
  const ends = arrowEnds(
    [sampled, hint.mean],
    [plane.vector(inspection.gradients.sample), plane.vector(slopeAtCentre(inspection))],
    REACH * domain.half,
  );

  return (
    <Plane of={{ xLabel: plane.xLabel, yLabel: plane.yLabel, hasY: !plane.isLine }} domain={domain}>
      <Points cloud={cloud} clusters={snapshot.assignments} style={marks.backdropOfClusters} />
      <Drawn<Latent>>
        {(plot, clip) => (
          <g clipPath={clip} pointerEvents="none">
            {inspection.clusters.map(({ id, mean, covariance, count }) => {
              const r = responsibilities[id];
              const isMoved = stage === 'update' && id === step.cluster;
              if (count < 1 && r < LEAST_MESSAGE && !isMoved) return null;
              const gaussian = plane.gaussian(mean, covariance, 'clusters');
              const ink = colour(id);
              return (
                <g key={id}>
                  {stage === 'infer' && r > LEAST_MESSAGE && (
                    <MessageLine from={gaussian.mean} to={posterior.mean} share={r} ink={ink} />
                  )}
                  <Ellipse at={gaussian} ink={ink} strength={0.25 + 0.75 * r} dashed={isMoved} />
                  {isMoved && <Ellipse at={updated} ink={ink} strength={1} />}
                  <MeanMark id={id} at={gaussian.mean} number={[9, -7]} opacity={0.45 + 0.55 * r} />
                </g>
              );
            })}
            {stage !== 'update' && (
              <g className={styles.hint}>
                <Ellipse at={hint} ink="currentColor" strength={showsPosterior ? 0.55 : 1} dashed />
                <Label at={hint} text={showsPosterior ? 'hint' : 'hint ψ'} above={false} />
              </g>
            )}
            {showsPosterior && (
              <g className={styles.posterior}>
                <Ellipse
                  at={posterior}
                  ink="currentColor"
                  strength={stage === 'update' ? 0.5 : 1}
                />
                <Label at={posterior} text="q(x)" above />
              </g>
            )}
            {stage === 'sample' && (
              <Arrow from={posterior.mean} to={sampled} className={styles.noise} label="" />
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
                  from={sampled}
                  to={ends[0]}
                  className={styles.slope}
                  label="slope at x"
                  labelled="below"
                />
                <Arrow
                  from={hint.mean}
                  to={ends[1]}
                  className={styles.slope}
                  label="slope for the hint"
                />
              </>
            )}
          </g>
        )}
      </Drawn>
    </Plane>
  );
}

function diagonalOf(values: readonly number[]): number[] {
  const d = values.length;
  return Array.from({ length: d * d }, (_, i) => (i % (d + 1) === 0 ? values[i / (d + 1)] : 0));
}

interface EllipseProps {
  readonly at: PlaneGaussian;
  readonly ink: string;
  readonly strength: number;
  readonly dashed?: boolean;
}

function Ellipse({ at, ink, strength, dashed = false }: EllipseProps) {
  return (
    <ClusterEllipse
      mean={at.mean}
      axes={axesOf(at.covariance)}
      colour={ink}
      {...ellipseOfPart(strength, dashed)}
    />
  );
}

/** Beyond the ellipse's upper or lower end, where it hides the least. */
function Label({ at, text, above }: { at: PlaneGaussian; text: string; above: boolean }) {
  const { frame: plot } = useScene<Latent>();
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

interface MessageProps {
  readonly from: Latent;
  readonly to: Latent;
  /** Responsibility: how much the cluster's word counts. */
  readonly share: number;
  readonly ink: string;
}

function MessageLine({ from, to, share, ink }: MessageProps) {
  const { frame: plot } = useScene<Latent>();
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
