import { comparedLook } from '../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../plots/style/theme.ts';
import result from '../miniature.generated.json';

const WIDTH = 240;
const HEIGHT = 160;
const MARGIN = 10;

const { x, p, fits } = result;
const top = Math.max(...p, ...fits.flat());
const [left, right] = [x[0], x[x.length - 1]];
const place = (values: readonly number[]) =>
  values
    .map((value, i) => {
      const across = MARGIN + ((x[i] - left) / (right - left)) * (WIDTH - 2 * MARGIN);
      const down = HEIGHT - MARGIN - (value / top) * (HEIGHT - 2 * MARGIN);
      return `${across.toFixed(1)},${down.toFixed(1)}`;
    })
    .join('L');

/** p, and q fitted in both directions; made by `npm run models`. */
export default function Miniature() {
  const theme = useTheme();
  return (
    <svg
      className="plot"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label="A density with two peaks. One approximation covers both, the other chooses one."
    >
      <path d={`M${place(p)}Z`} fill={comparedLook('p', theme).colour} opacity={0.18} />
      {fits.map((density, i) => {
        const { colour, dashes } = comparedLook(i === 0 ? 'forward' : 'reverse', theme);
        return (
          <path
            key={colour}
            d={`M${place(density)}`}
            fill="none"
            stroke={colour}
            strokeWidth={3}
            strokeDasharray={dashes}
          />
        );
      })}
    </svg>
  );
}
