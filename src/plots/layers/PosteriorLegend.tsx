import { useScene } from '../plane/scene.ts';

interface PosteriorLegendProps {
  /** Of the exact posterior's contours. */
  readonly colour: string;
  /** Whether an optimised q is drawn. */
  readonly hasOptimised: boolean;
}

const PITCH = 17;
const SWATCH = 18;
/** Room for the longest name, pixels. */
const WIDTH = 206;

/** What the lines around one observation are, in the corner of the plane. */
export function PosteriorLegend({ colour, hasOptimised }: PosteriorLegendProps) {
  const { left, top } = useScene().frame.area;
  const entries = [
    { className: 'contour-swatch', name: 'exact posterior: 39, 68, 95 %', stroke: colour },
    { className: 'posterior-in-hand', name: 'q of the encoder, 1 std', stroke: undefined },
    ...(hasOptimised
      ? [{ className: 'optimised-q', name: 'q optimised, 1 std', stroke: undefined }]
      : []),
  ];
  return (
    <g pointerEvents="none" aria-hidden="true">
      <rect
        className="legend-ground"
        x={left}
        y={top}
        width={WIDTH}
        height={7 + PITCH * entries.length}
      />
      {entries.map(({ className, name, stroke }, index) => {
        const y = top + 12 + PITCH * index;
        return (
          <g key={name}>
            <line
              className={className}
              style={{ stroke }}
              x1={left + 6}
              x2={left + 6 + SWATCH}
              y1={y}
              y2={y}
            />
            <text className="prior-ring-label" x={left + 12 + SWATCH} y={y} dy="0.34em">
              {name}
            </text>
          </g>
        );
      })}
    </g>
  );
}
