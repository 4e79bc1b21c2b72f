import { useScene } from '../plane/scene.ts';

/** Standard deviations of the prior that are drawn. */
const RINGS = [1, 2] as const;
const OUTERMOST = Math.max(...RINGS);
const BOTH = `${RINGS.join(' and ')} std`;

/** Between names of rings, pixels: closer ones share one name. */
const NAME_ROOM = 16;

/** The prior's contours at one and two standard deviations; on a line, where they end. */
export function PriorRings({ isLine }: { readonly isLine: boolean }) {
  const { frame, clip } = useScene();
  const [x, y] = [frame.screenX(0), frame.screenY(0)];
  const { top, height } = frame.area;
  if (isLine) {
    // Beside the outermost line, since between two of them there may be no room for words.
    const besideAll = x + OUTERMOST * frame.unit + 5;
    return (
      <g clipPath={clip} pointerEvents="none" aria-hidden="true">
        {RINGS.map((deviations) => {
          const reach = deviations * frame.unit;
          const d = `M${x - reach} ${top}v${height}M${x + reach} ${top}v${height}`;
          return <path key={deviations} className="prior-ring" d={d} />;
        })}
        <text className="prior-ring-label">
          <tspan x={besideAll} y={top + 14}>
            prior,
          </tspan>
          <tspan x={besideAll} y={top + 28}>
            {BOTH}
          </tspan>
        </text>
      </g>
    );
  }
  const isTight = frame.unit < NAME_ROOM;
  return (
    <g clipPath={clip} pointerEvents="none" aria-hidden="true">
      {RINGS.map((deviations) => {
        const reach = deviations * frame.unit;
        return (
          <g key={deviations}>
            <circle className="prior-ring" cx={x} cy={y} r={reach} />
            {(!isTight || deviations === OUTERMOST) && (
              <text className="prior-ring-label" x={x} y={y - reach - 5} textAnchor="middle">
                {isTight
                  ? `prior, ${BOTH}`
                  : deviations === 1
                    ? 'prior, 1 std'
                    : `${deviations} std`}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
