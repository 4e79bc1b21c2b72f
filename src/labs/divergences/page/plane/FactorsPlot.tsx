import { useMemo } from 'react';
import type { Gesture } from '../../../../plots/drag/gesture.ts';
import { AxisCurves } from '../../../../plots/layers/AxisCurves.tsx';
import { type Product, ProductPlace } from '../../../../plots/layers/ProductPlace.tsx';
import { type Parameters, parameters } from '../../../../plots/plane/coordinates.ts';
import { Plane } from '../../../../plots/plane/Plane.tsx';
import { useScene } from '../../../../plots/plane/scene.ts';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import type { FactorsView, PlaneView } from '../../snapshot.ts';
import { NAMES } from '../words.ts';

export interface FactorsPlotProps {
  readonly view: PlaneView;
  readonly onChange: (gesture: Gesture<Product, unknown>) => void;
}

const OF = { xLabel: 'x₁', yLabel: 'x₂' };
const DOMAIN = { x: -0.4, y: -0.4, half: 3 };
const AXIS_NAMES = ['x₁', 'x₂'] as const;
/** Ellipses, in standard deviations. */
const RINGS = [1, 2];
const AT = Float64Array.from({ length: 121 }, (_, i) => -3.4 + (6 * i) / 120);

/** A correlated p and the factorised q of both directions, with their marginals along the axes. */
export function FactorsPlot({ view, onChange }: FactorsPlotProps) {
  const theme = useTheme();
  const { fits, correlation } = view;
  const isOne = sameFactors(fits[0], fits[1]);
  return (
    <Plane of={OF} domain={DOMAIN}>
      {([0, 1] as const).map((axis) => (
        <Marginals key={axis} axis={axis} fits={fits} />
      ))}
      <TargetRings correlation={correlation} />
      {fits.map((fit) => (
        <FactorsRings key={fit.direction} fit={fit} />
      ))}
      {(isOne ? fits.slice(0, 1) : fits).map(({ direction, means, sds }) => (
        <ProductPlace
          key={direction}
          product={{ mean: parameters(means[0], means[1]), deviations: sds }}
          names={AXIS_NAMES}
          {...(!isOne && { which: NAMES[direction] })}
          colour={comparedLook(direction, theme).colour}
          onChange={onChange}
        />
      ))}
    </Plane>
  );
}

const sameFactors = (a: FactorsView, b: FactorsView) =>
  [0, 1].every((i) => a.means[i] === b.means[i] && a.sds[i] === b.sds[i]);

function TargetRings({ correlation }: { readonly correlation: number }) {
  const { frame, clip } = useScene<Parameters>();
  const { colour } = comparedLook('p', useTheme());
  const [long, short] = [Math.sqrt(1 + correlation), Math.sqrt(1 - correlation)];
  return (
    <g clipPath={clip} pointerEvents="none" aria-hidden="true">
      {RINGS.map((ring) => (
        <ellipse
          key={ring}
          transform={`translate(${frame.screenX(0)} ${frame.screenY(0)}) rotate(-45)`}
          rx={ring * long * frame.unit}
          ry={ring * short * frame.unit}
          fill={colour}
          fillOpacity={0.07}
          stroke={colour}
          strokeWidth={2}
        />
      ))}
    </g>
  );
}

function FactorsRings({ fit: { direction, means, sds } }: { readonly fit: FactorsView }) {
  const { frame, clip } = useScene<Parameters>();
  const { colour, dashes } = comparedLook(direction, useTheme());
  return (
    <g clipPath={clip} pointerEvents="none" aria-hidden="true">
      {RINGS.map((ring) => (
        <ellipse
          key={ring}
          cx={frame.screenX(means[0])}
          cy={frame.screenY(means[1])}
          rx={ring * sds[0] * frame.unit}
          ry={ring * sds[1] * frame.unit}
          fill={colour}
          fillOpacity={0.06}
          stroke={colour}
          strokeWidth={2.25}
          strokeDasharray={dashes}
        />
      ))}
    </g>
  );
}

interface MarginalsProps {
  readonly axis: 0 | 1;
  readonly fits: readonly FactorsView[];
}

function Marginals({ axis, fits }: MarginalsProps) {
  const theme = useTheme();
  const curves = useMemo(
    () => [
      {
        ...{ key: 'p', at: AT, density: AT.map((x) => normal(x, 0, 1)) },
        ...{ colour: comparedLook('p', theme).colour, drawn: 'area' as const },
      },
      ...fits.map(({ direction, means, sds }) => ({
        ...{ key: direction, at: AT, density: AT.map((x) => normal(x, means[axis], sds[axis])) },
        ...{ colour: comparedLook(direction, theme).colour, drawn: 'line' as const },
      })),
    ],
    [axis, fits, theme],
  );
  return <AxisCurves along={axis === 0 ? 'x' : 'y'} most={1.2} curves={curves} />;
}

const normal = (x: number, mean: number, sd: number) =>
  Math.exp(-(((x - mean) / sd) ** 2) / 2) / (sd * Math.sqrt(2 * Math.PI));
