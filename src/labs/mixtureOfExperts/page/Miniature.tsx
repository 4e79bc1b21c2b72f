import { colour } from '../../../plots/style/palette.ts';
import { useTheme } from '../../../plots/style/theme.ts';
import result from '../miniature.generated.json';

const WIDTH = 240;
const HEIGHT = 160;
const MARGIN = 10;

const { points, lines } = result;
const [left, right] = extentOf(points.map(([x]) => x));
const [bottom, top] = extentOf(points.map(([, y]) => y));
const place = ([x, y]: readonly number[]): string => {
  const across = MARGIN + ((x - left) / (right - left)) * (WIDTH - 2 * MARGIN);
  const down = MARGIN + ((top - y) / (top - bottom)) * (HEIGHT - 2 * MARGIN);
  return `${across.toFixed(1)},${down.toFixed(1)}`;
};

/** Experts after EM, each with its points, every fourth of them; made by `npm run models`. */
export default function Miniature() {
  const theme = useTheme();
  return (
    <svg
      className="plot"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Points along a zigzag and the ${lines.length} lines that experts found in them.`}
    >
      {lines.map((line, expert) => (
        <g key={line.join()} stroke={colour(expert, theme)} fill="none" strokeLinecap="round">
          <path
            d={points
              .filter(([, , assigned]) => assigned === expert)
              .map((point) => `M${place(point)}h0`)
              .join('')}
            strokeWidth={4}
            opacity={0.5}
          />
          <path d={`M${line.map(place).join('L')}`} strokeWidth={3} />
        </g>
      ))}
    </svg>
  );
}

function extentOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
