import { colour } from '../../../plots/style/palette.ts';
import { useTheme } from '../../../plots/style/theme.ts';
import result from '../miniature.generated.json';

const WIDTH = 240;
const HEIGHT = 160;
const MARGIN = 10;

const { values, assignments, means } = result;
const [bottom, top] = [Math.min(...values), Math.max(...values)];
const across = (t: number) => MARGIN + (t / (values.length - 1)) * (WIDTH - 2 * MARGIN);
const down = (value: number) => MARGIN + ((top - value) / (top - bottom)) * (HEIGHT - 2 * MARGIN);

/** A series after EM, each step in the colour of its state; made by `npm run models`. */
export default function Miniature() {
  const theme = useTheme();
  return (
    <svg
      className="plot"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`A series that jumps between ${means.length} levels, each step in the colour of the state found for it.`}
    >
      {means.map((mean, state) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the state is its place in the list
        <g key={state} stroke={colour(state, theme)} fill="none" strokeLinecap="round">
          <path d={`M${MARGIN} ${down(mean)}H${WIDTH - MARGIN}`} strokeWidth={1.5} opacity={0.5} />
          <path
            d={values
              .map((value, t) =>
                assignments[t] === state
                  ? `M${across(t).toFixed(1)} ${down(value).toFixed(1)}h0`
                  : '',
              )
              .join('')}
            strokeWidth={4.5}
            opacity={0.8}
          />
        </g>
      ))}
    </svg>
  );
}
