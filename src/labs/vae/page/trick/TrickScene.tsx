import { useMemo } from 'react';
import { useGlide } from '../../../../plots/host/useGlide.ts';
import { Drawn } from '../../../../plots/layers/Drawn.tsx';
import { GaussianEllipse } from '../../../../plots/layers/GaussianEllipse.tsx';
import { Points } from '../../../../plots/layers/Points.ts';
import { cloudOf, type Latent, latent } from '../../../../plots/plane/coordinates.ts';
import { Plane } from '../../../../plots/plane/Plane.tsx';
import { useScene } from '../../../../plots/plane/scene.ts';
import { marks } from '../../../../plots/style/marks.ts';
import { Arrow, arrowEnds } from '../../../shared/slowMotion/Arrow.tsx';
import { type Axes, validAxes } from '../../../shared/stage/AxisChoice.tsx';
import { useClasses } from '../../../shared/stage/usePlotted.ts';
import type { ReparameterisationInspection, VaeSnapshot } from '../../snapshot.ts';
import type { TrickStage } from './frames.ts';
import { domainOf, sceneOf } from './scene.ts';
import styles from './Trick.module.css';

/** The longer of two arrows, as a part of half the plot. */
const REACH = 0.45;

export interface TrickSceneProps {
  readonly inspection: ReparameterisationInspection;
  readonly stage: TrickStage;
  readonly snapshot: VaeSnapshot;
  /** The two dimensions shown. */
  readonly axes: Axes;
}

/** The latent plane: noise in its circle, which becomes the sample in its ellipse. */
export function TrickScene({ inspection, stage, snapshot, axes: chosen }: TrickSceneProps) {
  const classes = useClasses();
  const dimension = snapshot.latentDimension;
  const [i, j] = validAxes(chosen, dimension);
  const isLine = dimension === 1;
  const packed = useGlide(
    useMemo(() => sceneOf(inspection, stage, [i, j]), [inspection, stage, i, j]),
    `${inspection.row} ${stage}`,
  );
  const [x, y, xx, xy, yy, pointX, pointY] = Array.from(packed);
  const view = useGlide(
    useMemo(() => domainOf(inspection, stage, [i, j]), [inspection, stage, i, j]),
    `${inspection.row} ${stage}`,
  );
  const [centreX, centreY, half] = Array.from(view);
  const domain = useMemo(() => ({ x: centreX, y: centreY, half }), [centreX, centreY, half]);
  const showsPoint = stage !== 'encode';
  const at = (values: readonly number[]) => latent(values[i], values[j] ?? 0);
  const sample = at(inspection.sample);
  const mean = at(inspection.mean);
  const slopes = [at(inspection.gradients.sample), at(inspection.gradients.mean)];
  const tips = arrowEnds([sample, mean], slopes, REACH * half);
  return (
    <Plane
      of={{
        xLabel: `latent dimension ${i + 1}`,
        yLabel: isLine ? '' : `latent dimension ${j + 1}`,
        hasY: !isLine,
      }}
      domain={domain}
    >
      <Points
        cloud={cloudOf(snapshot.latents, dimension, [i, j])}
        clusters={classes}
        style={marks.backdrop}
      />
      <Drawn<Latent>>
        {(frame, clip) => (
          <g clipPath={clip} pointerEvents="none">
            <circle
              className={styles.prior}
              cx={frame.screenX(0)}
              cy={frame.screenY(0)}
              r={frame.unit}
            />
            <GaussianEllipse
              className={stage === 'noise' ? styles.noise : styles.posterior}
              mean={latent(x, y)}
              covariance={{ xx, xy, yy }}
            />
            {stage !== 'noise' && <Place at={mean} label="μ" />}
            {showsPoint && (
              <>
                <line
                  className={styles.offset}
                  x1={frame.screenX(x)}
                  y1={frame.screenY(y)}
                  x2={frame.screenX(pointX)}
                  y2={frame.screenY(pointY)}
                />
                <Place at={latent(pointX, pointY)} label={stage === 'noise' ? 'ε' : 'x'} below />
              </>
            )}
            {stage === 'gradients' && (
              <>
                <Arrow
                  from={sample}
                  to={tips[0]}
                  className={styles.slope}
                  label="g"
                  labelled="below"
                />
                <Arrow from={mean} to={tips[1]} className={styles.slope} label="∂μ" />
              </>
            )}
          </g>
        )}
      </Drawn>
    </Plane>
  );
}

interface PlaceProps {
  readonly at: Latent;
  readonly label: string;
  /** Rather than above, where another label may stand. */
  readonly below?: boolean;
}

function Place({ at, label, below = false }: PlaceProps) {
  const { frame } = useScene<Latent>();
  const [x, y] = frame.toScreen(at);
  return (
    <>
      <circle className={styles.place} cx={x} cy={y} r={4} />
      <text className="overlay-label" x={x + 8} y={y + (below ? 16 : -6)}>
        {label}
      </text>
    </>
  );
}
