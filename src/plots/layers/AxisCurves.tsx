import { lineAndArea, stairs } from '../chart/paths.ts';
import { useScene } from '../plane/scene.ts';

/** A density over one of the axes of a plane. */
export interface AxisCurve {
  readonly key: string;
  /** Places along the axis, increasing, and the density at each. */
  readonly at: ArrayLike<number>;
  readonly density: ArrayLike<number>;
  readonly colour: string;
  /** A line, an area, or bars from one place to the next as of a histogram. */
  readonly drawn: 'line' | 'area' | 'bars';
}

interface AxisCurvesProps {
  readonly along: 'x' | 'y';
  /** From the lowest to the uppermost. */
  readonly curves: readonly AxisCurve[];
  /** The density that reaches the full height; higher ones are cut off there. */
  readonly most: number;
}

/** Of the plane's shorter side: how far curves rise over their axis. */
const RISE = 0.17;

/** Densities that rise from an axis into the plane: marginals of what is drawn in it. */
export function AxisCurves({ along, curves, most }: AxisCurvesProps) {
  const { frame, clip } = useScene();
  const { left, top, width, height } = frame.area;
  const rise = RISE * Math.min(width, height);
  const base = along === 'x' ? top + height : left;
  const up = along === 'x' ? -rise : rise;
  const place = along === 'x' ? frame.screenX : frame.screenY;
  const level = (density: number) => base + up * Math.min(1, density / most);
  /** Both axes are drawn by the same paths, those of the vertical one mirrored. */
  const transform = along === 'x' ? undefined : 'matrix(0 1 1 0 0 0)';
  return (
    <g clipPath={clip} pointerEvents="none">
      <g transform={transform}>
        {curves.map(({ key, at, density, colour, drawn }) => {
          const x = (index: number) => place(at[index]);
          const y = (index: number) => level(density[index]);
          if (drawn === 'bars') {
            if (at.length < 2) return null;
            const pitch = x(1) - x(0);
            const d = stairs(at.length, (index) => x(0) + (index - 0.5) * pitch, y, base);
            return <path key={key} d={d} fill={colour} fillOpacity={0.35} />;
          }
          const { line, area } = lineAndArea(at.length, x, y, base);
          return (
            <g key={key}>
              {drawn === 'area' && <path d={area} fill={colour} fillOpacity={0.16} />}
              <path
                className="axis-curve"
                d={line}
                stroke={colour}
                strokeWidth={drawn === 'area' ? 1.25 : 2}
              />
            </g>
          );
        })}
      </g>
    </g>
  );
}
