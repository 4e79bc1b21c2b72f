import { memo, type ReactNode, useRef } from 'react';
import type { Gesture } from '../drag/gesture.ts';
import { useGrip } from '../drag/useGrip.ts';
import { colour } from '../style/palette.ts';
import { symbolPath } from '../style/symbols.ts';
import { useTheme } from '../style/theme.ts';
import '../style/plots.css';
import './transitionsPlot.css';

/** An arrow, by the states at its ends. */
export interface Transition {
  readonly from: number;
  readonly to: number;
}

interface TransitionsPlotProps {
  /** `transition`: K probabilities of the state that follows. */
  readonly states: readonly { readonly id: number; readonly transition: readonly number[] }[];
  /** States that nothing leads to: drawn faintly, without arrows. */
  readonly removed?: readonly number[] | undefined;
  /** States whose probabilities are not learned: drawn faintly until they are pointed at. */
  readonly unused?: readonly number[] | undefined;
  /** Absent where probabilities cannot be changed. */
  readonly onMove?: ((gesture: Gesture<number, Transition>) => void) | undefined;
  readonly hovered: number | null;
  readonly onHover: (id: number | null) => void;
}

const NONE: readonly number[] = [];
const [WIDTH, HEIGHT] = [380, 270];
const CENTRE = { x: WIDTH / 2, y: HEIGHT / 2 };
/** Half-axes of the ellipse that the states stand on. */
const RING = { x: 118, y: 74 };
const RADIUS = 15;
/** Arrows of smaller probabilities are left out; numbers too, of all but a pointed-at state. */
const LEAST_ARROW = 0.005;
const LEAST_NUMBER = 0.04;
const WIDEST = 7;
/** How much is seen of states that are not in use, and of those that are not meant. */
const [UNUSED, FAINT] = [0.4, 0.2];

const percent = (share: number): string =>
  share > 0 && share < 0.01 ? '< 1 %' : `${Math.round(100 * share)} %`;

/** "State 1 stays with 93 %, goes to state 2 with 5 %, …": all there is to see, for screen readers. */
function inWords({ id, transition }: TransitionsPlotProps['states'][number]): string {
  const others = transition.flatMap((share, to) =>
    to === id || share < LEAST_ARROW ? [] : [`to state ${to + 1} with ${percent(share)}`],
  );
  const mean = meanDwell(transition[id]);
  return `State ${id + 1} stays with ${percent(transition[id])}, ${mean}${others.length > 0 ? `; it goes ${others.join(', ')}` : ''}.`;
}

/** Mean number of steps in a state that follows itself with this probability. */
const meanDwell = (stay: number): string =>
  stay >= 1 ? 'for good' : `for ${(1 / (1 - stay)).toPrecision(3)} steps on average`;

/** The transition matrix as arrows between states, as wide as they are likely. */
export const TransitionsPlot = memo(function TransitionsPlot(props: TransitionsPlotProps) {
  const { states, removed = NONE, unused = NONE, hovered, onHover, onMove } = props;
  const theme = useTheme();
  const K = states.length;
  const places = states.map((_, k) => {
    // Two stand side by side: the panel is wider than high.
    const angle = (2 * Math.PI * k) / K - (K > 2 ? Math.PI / 2 : Math.PI);
    return {
      x: CENTRE.x + (K === 1 ? 0 : RING.x * Math.cos(angle)),
      y: CENTRE.y + (K === 1 ? 0 : RING.y * Math.sin(angle)),
      angle,
    };
  });
  return (
    <svg className="plot transition-arrows" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <title>Transitions between states</title>
      <defs aria-hidden="true">
        {states.map(({ id }) => (
          <marker
            key={id}
            id={`from-state-${id}`}
            viewBox="0 0 10 10"
            refX={7}
            refY={5}
            markerUnits="userSpaceOnUse"
            markerWidth={11}
            markerHeight={11}
            orient="auto-start-reverse"
          >
            <path d="M0 0.5 9.5 5 0 9.5z" fill={colour(id, theme)} />
          </marker>
        ))}
      </defs>
      <g role="list" aria-label="Transitions">
        {states.map((state) => {
          const { id, transition } = state;
          const fill = colour(id, theme);
          const isSeen = hovered === null || hovered === id;
          const isUnused = hovered === null && unused.includes(id);
          const opacity = isUnused ? UNUSED : 1;
          return (
            <g
              key={id}
              role="listitem"
              aria-label={inWords(state)}
              opacity={isSeen && !removed.includes(id) ? opacity : FAINT}
              onPointerEnter={() => onHover(id)}
              onPointerLeave={() => onHover(null)}
            >
              {transition.map((share, to) => {
                // A single state is never left: there is nothing to move.
                const isHandle = onMove !== undefined && K > 1;
                const isGone = removed.includes(id) || removed.includes(to);
                if (isGone || (share < LEAST_ARROW && !isHandle)) return null;
                const { d, label } = to === id ? loop(places[id]) : arc(places[id], places[to]);
                const isNumbered = share >= LEAST_NUMBER || hovered === id;
                const arrow = (
                  <>
                    <path
                      className="transition-arrow"
                      d={d}
                      stroke={fill}
                      strokeWidth={1 + WIDEST * share}
                      markerEnd={`url(#from-state-${id})`}
                    />
                    {isNumbered && (
                      <text
                        className="transition-number"
                        x={label.x}
                        y={label.y}
                        aria-hidden="true"
                      >
                        {percent(share)}
                      </text>
                    )}
                  </>
                );
                return isHandle ? (
                  <ArrowHandle
                    // biome-ignore lint/suspicious/noArrayIndexKey: the arrow is the state it goes to
                    key={to}
                    {...{ from: id, to, share, label, onMove }}
                    hasNumber={isNumbered}
                  >
                    {arrow}
                  </ArrowHandle>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <g key={to}>{arrow}</g>
                );
              })}
              <g transform={`translate(${places[id].x} ${places[id].y})`}>
                <circle className="transition-state" r={RADIUS} stroke={fill} />
                <path d={symbolPath(id, 6)} fill={fill} transform="translate(-5 0)" />
                <text className="cluster-number" x={3} y={4} aria-hidden="true">
                  {id + 1}
                </text>
              </g>
            </g>
          );
        })}
      </g>
    </svg>
  );
});

interface ArrowHandleProps extends Transition {
  readonly share: number;
  readonly label: { readonly x: number; readonly y: number };
  readonly hasNumber: boolean;
  readonly onMove: (gesture: Gesture<number, Transition>) => void;
  readonly children: ReactNode;
}

/** A pixel upwards multiplies the odds by exp of this; a key as many pixels, with Shift five times that. */
const LOG_ODDS_PER_PIXEL = 0.04;
const KEY_PIXELS = 4;
const [LEAST_SHARE, MOST_SHARE] = [1e-4, 0.9999];
const HIT = 12;
const areSame = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

/** The share after its odds have been raised by so many pixels. */
function raised(share: number, pixels: number): number {
  const within = Math.min(MOST_SHARE, Math.max(LEAST_SHARE, share));
  const logOdds = Math.log(within / (1 - within)) + LOG_ODDS_PER_PIXEL * pixels;
  return Math.min(MOST_SHARE, Math.max(LEAST_SHARE, 1 / (1 + Math.exp(-logOdds))));
}

/** An arrow whose number is pulled upwards to make it likelier, or changed by arrow keys. */
function ArrowHandle({ from, to, share, label, hasNumber, onMove, children }: ArrowHandleProps) {
  const handle = useRef<SVGGElement>(null);
  const { held, propsOf } = useGrip<number>(handle, {
    modelOf: () => ({ at: share }),
    agree: areSame,
    onGesture: (gesture) => onMove({ ...gesture, target: { from, to } }),
    pulled: (before, _dx, dy) => raised(before, -dy),
    keyed(event, before) {
      const direction = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }[event.key];
      return direction && raised(before, direction * KEY_PIXELS * (event.shiftKey ? 5 : 1));
    },
  });
  const shown = held?.at ?? share;
  return (
    <g
      ref={handle}
      role="slider"
      tabIndex={0}
      className="transition-handle"
      aria-label={
        from === to
          ? `Probability of staying in state ${from + 1}`
          : `Probability of going from state ${from + 1} to state ${to + 1}`
      }
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={Number(shown.toFixed(4))}
      aria-valuetext={from === to ? `${percent(shown)}, ${meanDwell(shown)}` : percent(shown)}
      aria-keyshortcuts="ArrowUp ArrowDown"
      data-held={held?.active ?? false}
      {...propsOf(undefined, shown)}
    >
      {children}
      <circle className="transition-hit" cx={label.x} cy={label.y - 5} r={HIT} data-export="skip" />
      {!hasNumber && (
        <circle
          className="transition-grip"
          cx={label.x}
          cy={label.y - 5}
          r={3}
          aria-hidden="true"
        />
      )}
    </g>
  );
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** Where on its bow an arrow has its number: nearer to its start, since in the middle several meet. */
const AT = 0.36;
const [START, MIDDLE, END] = [(1 - AT) ** 2, 2 * AT * (1 - AT), AT ** 2];

/** A bow from one state to another, to the left of the straight line, so that both ways can be seen. */
function arc(from: Spot, to: Spot) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const bow = 0.16 * length;
  const middle = {
    x: (from.x + to.x) / 2 + (dy / length) * bow,
    y: (from.y + to.y) / 2 - (dx / length) * bow,
  };
  const [start, end] = [towards(from, middle, RADIUS + 2), towards(to, middle, RADIUS + 5)];
  return {
    d: `M${place(start)}Q${place(middle)} ${place(end)}`,
    label: {
      x: START * start.x + MIDDLE * middle.x + END * end.x + (dy / length) * 12,
      y: START * start.y + MIDDLE * middle.y + END * end.y - (dx / length) * 12 + 4,
    },
  };
}

/** A loop on the outer side of a state. */
function loop({ x, y, angle }: Spot) {
  const at = (turn: number, distance: number) => ({
    x: x + distance * Math.cos(angle + turn),
    y: y + distance * Math.sin(angle + turn),
  });
  const [start, end] = [at(-0.55, RADIUS + 2), at(0.55, RADIUS + 5)];
  const far = at(0, RADIUS + 34);
  return {
    d: `M${place(start)}C${place(at(-0.75, RADIUS + 34))} ${place(at(0.75, RADIUS + 34))} ${place(end)}`,
    label: { x: far.x + 6 * Math.cos(angle), y: far.y + 4 + 2 * Math.sin(angle) },
  };
}

const place = ({ x, y }: { readonly x: number; readonly y: number }): string =>
  `${x.toFixed(1)},${y.toFixed(1)}`;

function towards(from: Spot, to: { readonly x: number; readonly y: number }, distance: number) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return {
    x: from.x + ((to.x - from.x) * distance) / length,
    y: from.y + ((to.y - from.y) * distance) / length,
  };
}
