import { useMemo } from 'react';
import type { Dataset } from '../../../datasets/dataset.ts';
import { useGlide } from '../../../plots/host/useGlide.ts';
import { Drawn } from '../../../plots/layers/Drawn.tsx';
import { DRAWN_DEVIATIONS } from '../../../plots/layers/ellipse.ts';
import { Points } from '../../../plots/layers/Points.ts';
import { cloudOf, type Data, data } from '../../../plots/plane/coordinates.ts';
import { EMPTY_DOMAIN, fitDomain, type SquareDomain } from '../../../plots/plane/domain.ts';
import { cloudExtent } from '../../../plots/plane/extent.ts';
import { Plane } from '../../../plots/plane/Plane.tsx';
import { usePlaneUnits } from '../../../plots/plane/usePlaneUnits.ts';
import { marks } from '../../../plots/style/marks.ts';
import { type Axes, validAxes } from '../stage/AxisChoice.tsx';
import styles from './DataInset.module.css';

/** One datum on its way through a model: D numbers each. */
export interface DecodedDatum {
  readonly row: number;
  readonly observation: readonly number[];
  readonly decoded: { readonly mean: readonly number[]; readonly variance: readonly number[] };
}

export interface DataInsetProps {
  readonly dataset: Dataset;
  readonly inspection: DecodedDatum;
  /** The two columns shown. */
  readonly columns: Axes;
  /** Whether there is something decoded yet. */
  readonly decoded: boolean;
}

const at = (values: ArrayLike<number>, [i, j]: Axes): Data => data(values[i], values[j]);

/** Near enough to see how far observation and expectation lie apart. */
function closeUp(
  { observation, decoded }: DecodedDatum,
  axes: Axes,
  all: SquareDomain,
): SquareDomain {
  const [x, y] = at(observation, axes);
  const [meanX, meanY] = at(decoded.mean, axes);
  const spread = DRAWN_DEVIATIONS * Math.sqrt(Math.max(...at(decoded.variance, axes)));
  const half = 1.2 * (Math.hypot(x - meanX, y - meanY) + spread);
  return {
    x: (x + meanX) / 2,
    y: (y + meanY) / 2,
    half: Math.min(all.half, Math.max(half, all.half / 8)),
  };
}

/** Data space: where the observation lies, and what the decoder expects. */
export function DataInset({ dataset, inspection, columns, decoded }: DataInsetProps) {
  const axes = useMemo(() => validAxes(columns, dataset.dimension), [columns, dataset]);
  const cloud = useMemo(() => cloudOf(dataset.values, dataset.dimension, axes), [dataset, axes]);
  const all = useMemo(() => {
    const extent = cloudExtent(cloud);
    return extent ? fitDomain(extent) : EMPTY_DOMAIN;
  }, [cloud]);
  const wanted = useMemo(
    () => (decoded ? closeUp(inspection, axes, all) : all),
    [decoded, inspection, axes, all],
  );
  const packed = useGlide(
    useMemo(() => [wanted.x, wanted.y, wanted.half], [wanted]),
    `${inspection.row} ${decoded}`,
  );
  const [centreX, centreY, half] = [packed[0], packed[1], packed[2]];
  const domain = useMemo(() => ({ x: centreX, y: centreY, half }), [centreX, centreY, half]);
  const units = usePlaneUnits(dataset.units, axes);
  const [varianceX, varianceY] = at(inspection.decoded.variance, axes);
  return (
    <Plane
      of={{ xLabel: dataset.columns[axes[0]], yLabel: dataset.columns[axes[1]], units }}
      domain={domain}
    >
      <Points cloud={cloud} style={marks.backdropOfData} />
      <Drawn<Data>>
        {(frame, clip) => {
          const [x, y] = frame.toScreen(at(inspection.observation, axes));
          const [meanX, meanY] = frame.toScreen(at(inspection.decoded.mean, axes));
          const reach = DRAWN_DEVIATIONS * frame.unit;
          return (
            <g clipPath={clip} pointerEvents="none">
              {decoded && (
                <g className={styles.decoded}>
                  <ellipse
                    className={styles.expected}
                    cx={meanX}
                    cy={meanY}
                    rx={Math.max(2, reach * Math.sqrt(varianceX))}
                    ry={Math.max(2, reach * Math.sqrt(varianceY))}
                  />
                  <line className={styles.residual} x1={x} y1={y} x2={meanX} y2={meanY} />
                  <circle cx={meanX} cy={meanY} r={2.5} fill="currentColor" />
                </g>
              )}
              <circle className="plot-hover-ring" data-selected cx={x} cy={y} r={6} />
              <text className="overlay-label" x={x + 10} y={y - 7}>
                y
              </text>
            </g>
          );
        }}
      </Drawn>
    </Plane>
  );
}
