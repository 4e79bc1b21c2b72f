import type { KeyboardEvent, MouseEvent } from 'react';
import { useRef } from 'react';
import type { Gesture } from '../drag/gesture.ts';
import { type PointerProps, useDrag } from '../drag/useDrag.ts';
import { useHeld } from '../drag/useHeld.ts';
import { screen } from '../plane/coordinates.ts';
import type { Frame } from '../plane/frame.ts';
import { arrowBeyond, type DialPlace, placeOnDial } from './dialPlace.ts';
import type { Complex, Polar, Turn } from './eigenvalues.ts';
import {
  describePair,
  grows,
  membersOf,
  NO_TURN,
  periodOf,
  periodText,
  polarAfterKey,
  polarAt,
  turnBetween,
} from './eigenvalues.ts';

/** Pixels of a plane over which the name of its axis and the reading have room next to each other. */
const LEAST_READING = 200;

interface EigenvaluePairProps {
  readonly frame: Frame<Complex>;
  readonly clip: string;
  readonly index: number;
  readonly pair: Polar;
  /** Where its number stands, pixels from its mark; null where there is no room. */
  readonly number: readonly [x: number, y: number] | null;
  /** Where it was learned; null if it is there. */
  readonly ghost: Polar | null;
  readonly turn: Turn;
  readonly selected: boolean;
  /** Whether its period and radius are written above while it is chosen. */
  readonly isRead: boolean;
  readonly onSelect: () => void;
  /** Whether a member beyond the view is only selected there, and not taken from where it waits. */
  readonly waitsAtEdge: boolean;
  /** A pointer has started or ended a drag. */
  readonly onHold: (isHeld: boolean) => void;
  readonly onTurn: ((gesture: Gesture<Turn>) => void) | undefined;
}

const HIT_RADIUS = 14;
const ARC_RADIUS = 0.24;
const AGREEMENT = 1e-4;
const agree = (a: Polar, b: Polar): boolean =>
  Math.abs(a.angle - b.angle) <= AGREEMENT * a.angle && Math.abs(a.radius - b.radius) <= AGREEMENT;
const resetKeys = new Set(['Delete', 'Backspace', 'Home']);

/** The member in the hand: its place, and on which side of the real axis it lies. */
interface Grip {
  readonly x: number;
  readonly y: number;
  readonly side: 1 | -1;
}

/** A complex pair. The one above the real axis is a button, and the slider "Frequency" once chosen. */
export function EigenvaluePair(props: EigenvaluePairProps) {
  const { frame, clip, index, pair, ghost, selected, onTurn } = props;
  const group = useRef<SVGGElement>(null);
  const mark = useRef<SVGGElement>(null);
  // Where the pair was, and with which turn, when the gesture began.
  const origin = useRef<{ readonly pair: Polar; readonly turn: Turn }>({ pair, turn: props.turn });
  const { held, of, start, move, end, cancel } = useHeld<Polar>({
    modelOf: () => ({ at: pair }),
    agree,
    onGesture:
      onTurn &&
      (({ at, ...gesture }) =>
        onTurn({ ...gesture, at: turnBetween(origin.current.pair, at, origin.current.turn) })),
  });
  const shown = held?.at ?? pair;
  const [above, below] = membersOf(shown).map((member) => placeOnDial(frame, member));
  const grab = (from: Polar): void => {
    if (of(undefined)?.active) return;
    origin.current = { pair: from, turn: props.turn };
    start(undefined, from);
  };

  const drag = useDrag<Grip>(group, {
    onPress: props.onSelect,
    onStart() {
      grab(shown);
      props.onHold(true);
    },
    onMove(dx, dy, { x, y, side }) {
      if (onTurn === undefined) return;
      const largest = origin.current.pair.radius;
      move(polarAt(x + dx / frame.unit, side * (y - dy / frame.unit), largest));
    },
    onEnd() {
      end();
      props.onHold(false);
    },
    onCancel() {
      cancel();
      props.onHold(false);
    },
  });
  /** The props of a member: where it is drawn, since one that waits at the edge comes back from there. */
  const dragged = (place: DialPlace, side: 1 | -1): PointerProps => {
    const [x, y] = frame.fromScreen(screen(place.x, place.y));
    const pointer = drag({ x, y, side });
    if (!place.isBeyond || !props.waitsAtEdge) return pointer;
    return {
      ...pointer,
      onPointerDown(event) {
        event.stopPropagation();
        props.onSelect();
      },
    };
  };
  /** The member below is for the pointer only: the keys are those of the one above. */
  const keepFocus = (event: MouseEvent): void => {
    event.preventDefault();
    mark.current?.focus();
  };
  const reset = (): void => {
    onTurn?.({ phase: 'end', at: NO_TURN, target: undefined });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = of(undefined)?.at ?? pair;
    const next = polarAfterKey(event.key, event.shiftKey, from);
    const isChoice = event.key === 'Enter' || event.key === ' ';
    const isReset = resetKeys.has(event.key);
    if (next === null && !isChoice && !isReset) return;
    event.preventDefault();
    event.stopPropagation();
    if (isChoice || !selected) props.onSelect();
    if (isReset) reset();
    else if (next !== null && selected && onTurn !== undefined) {
      grab(from);
      move(next);
    }
  };

  const radius = selected ? 6.5 : 5;
  const description = describePair(shown);
  const canTurn = selected && onTurn !== undefined;
  const spoken = canTurn
    ? ({
        'aria-label': 'Frequency',
        'aria-valuemin': 0,
        'aria-valuemax': 0.5,
        'aria-valuenow': Number((shown.angle / (2 * Math.PI)).toFixed(4)),
        'aria-valuetext': description,
        'aria-description':
          'Left and right arrow keys rotate the pair, up and down change its radius, Shift for larger steps, Delete restores',
      } as const)
    : ({
        'aria-label': `Pair ${index + 1}: ${description}`,
        'aria-pressed': selected,
      } as const);

  return (
    <g
      ref={group}
      className="eigenvalue-pair"
      data-selected={selected}
      data-grows={grows(shown.radius)}
    >
      <g aria-hidden="true" pointerEvents="none" clipPath={clip}>
        {ghost !== null && !agree(ghost, shown) && (
          <Ghost frame={frame} ghost={ghost} shown={shown} />
        )}
        <line className="eigenvalue-link" x1={above.x} x2={below.x} y1={above.y} y2={below.y} />
        {selected && <Angle frame={frame} pair={shown} />}
      </g>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a second grip for the pointer; keys are the other's */}
      <g
        className="eigenvalue"
        aria-hidden="true"
        transform={translateTo(below)}
        onMouseDown={keepFocus}
        {...dragged(below, -1)}
      >
        <circle className="eigenvalue-hit" r={HIT_RADIUS} data-export="skip" />
        <circle className="eigenvalue-mark" data-conjugate="true" r={radius} />
        {below.isBeyond && <path className="eigenvalue-beyond" d={arrowBeyond(below)} />}
      </g>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its role is a slider's or a button's */}
      <g
        ref={mark}
        role={canTurn ? 'slider' : 'button'}
        {...spoken}
        tabIndex={0}
        className="eigenvalue"
        transform={translateTo(above)}
        onKeyDown={press}
        onKeyUp={end}
        onBlur={end}
        onDoubleClick={reset}
        {...dragged(above, 1)}
      >
        <circle className="eigenvalue-hit" r={HIT_RADIUS} data-export="skip" />
        <circle className="eigenvalue-focus" r={HIT_RADIUS - 2} />
        <circle className="eigenvalue-mark" r={radius} />
        {above.isBeyond && <path className="eigenvalue-beyond" d={arrowBeyond(above)} />}
      </g>
      {props.number !== null && (
        <text
          className="eigenvalue-number"
          transform={translateTo(above)}
          x={props.number[0]}
          y={props.number[1]}
          dy="0.34em"
          textAnchor="middle"
          aria-hidden="true"
        >
          {index + 1}
        </text>
      )}
      {selected && props.isRead && <Reading frame={frame} pair={shown} number={index + 1} />}
    </g>
  );
}

interface ReadingProps {
  readonly frame: Frame<Complex>;
  readonly pair: Polar;
  readonly number: number;
}

/** Above the plane beside the name of its axis, or, where it would lie on that, at the foot of the plane. */
function Reading({ frame: { area }, pair: { angle, radius }, number }: ReadingProps) {
  const isNarrow = area.width < LEAST_READING;
  const figures = `period ${periodText(periodOf(angle))} · radius ${radius.toFixed(3)}`;
  return (
    <text
      className="plot-axis-name eigenvalue-reading"
      x={isNarrow ? area.left + area.width / 2 : area.left + area.width}
      y={isNarrow ? area.top + area.height - 6 : area.top - 10}
      textAnchor={isNarrow ? 'middle' : 'end'}
      aria-hidden="true"
    >
      {isNarrow ? figures : `pair ${number}: ${figures}`}
    </text>
  );
}

interface AngleProps {
  readonly frame: Frame<Complex>;
  readonly pair: Polar;
}

/** The angle from the real axis, which is the frequency, and the arm, whose length is the damping. */
function Angle({ frame, pair: { angle, radius } }: AngleProps) {
  const [x, y] = [frame.screenX(0), frame.screenY(0)];
  const arc = ARC_RADIUS * frame.unit;
  const arm = radius * frame.unit;
  return (
    <>
      <path
        className="dial-angle"
        d={`M${x},${y}L${x + arc},${y}A${arc},${arc} 0 0 0 ${x + arc * Math.cos(angle)},${y - arc * Math.sin(angle)}Z`}
      />
      <line
        className="dial-arm"
        x1={x}
        y1={y}
        x2={x + arm * Math.cos(angle)}
        y2={y - arm * Math.sin(angle)}
      />
    </>
  );
}

interface GhostProps {
  readonly frame: Frame<Complex>;
  readonly ghost: Polar;
  readonly shown: Polar;
}

/** Where the pair was learned, and the way from there. */
function Ghost({ frame, ghost, shown }: GhostProps) {
  const now = membersOf(shown);
  return membersOf(ghost).map(([x, y], member) => {
    const [x0, y0] = [frame.screenX(x), frame.screenY(y)];
    return (
      <g key={member === 0 ? 'above' : 'below'} className="eigenvalue-ghost">
        <path d={`M${x0},${y0}m-3.5,-3.5l7,7m0,-7l-7,7`} />
        <line
          x1={x0}
          y1={y0}
          x2={frame.screenX(now[member][0])}
          y2={frame.screenY(now[member][1])}
          strokeDasharray="1 3"
        />
      </g>
    );
  });
}

const translateTo = ({ x, y }: DialPlace): string => `translate(${x} ${y})`;
