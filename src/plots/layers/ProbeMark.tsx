import type { KeyboardEvent } from 'react';
import { formatFixed } from '../../ui/numbers.ts';
import type { Gesture } from '../drag/gesture.ts';
import { usePlace } from '../drag/usePlace.ts';
import type { Latent } from '../plane/coordinates.ts';
import { latent } from '../plane/coordinates.ts';
import { useScene } from '../plane/scene.ts';

export interface ProbeMarkProps {
  readonly at: Latent;
  /** Mean of the selected datum, where Enter takes the probe; null for none. */
  readonly inHand: Latent | null;
  /** Only x means anything. */
  readonly isLine: boolean;
  readonly onMove: (gesture: Gesture<Latent>) => void;
}

/** One step of a key, in standard deviations of the prior; with Shift a larger one. */
const STEP = 0.1;
const LARGE = 5;
const HIT_RADIUS = 16;
const DECIMALS = 2;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Where a key puts the probe; null for keys that do not. */
export function placeByKey(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  at: Latent,
  inHand: Latent | null,
): Latent | null {
  const arrow = ARROWS[key];
  if (arrow) {
    const step = STEP * (shiftKey ? LARGE : 1);
    return latent(at[0] + arrow[0] * step, at[1] + arrow[1] * step);
  }
  if (key === 'Home') return latent(0, 0);
  return key === 'Enter' ? inHand : null;
}

/** The latent being decoded: dragged, or moved by keys. */
export function ProbeMark({ at, inHand, isLine, onMove }: ProbeMarkProps) {
  const { frame } = useScene<Latent>();
  const { mark, stands, props } = usePlace(
    frame,
    isLine ? latent(at[0], 0) : at,
    onMove,
    (event, from) => placeByKey(event, from, inHand) ?? undefined,
  );
  const [x, y] = stands;
  const { top, height } = frame.area;

  const place = (isLine ? [at[0]] : at).map((value) => formatFixed(value, DECIMALS)).join(', ');
  return (
    <g
      ref={mark}
      role="button"
      tabIndex={0}
      className="probe"
      aria-label="Probe"
      aria-description={`at ${place}; arrow keys move it, with Shift further; Home moves it to the centre, Enter to the chosen observation`}
      aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown Home Enter"
      transform={`translate(${x} ${y})`}
      {...props}
    >
      {isLine && <line className="probe-line" y1={top - y} y2={top + height - y} />}
      <circle className="probe-hit" r={HIT_RADIUS} />
      <circle className="probe-focus" r={HIT_RADIUS - 3} />
      <circle className="probe-halo" r={7} />
      <circle className="probe-ring" r={7} />
      <path className="probe-cross" d="M-12 0H-3M3 0H12M0 -12V-3M0 3V12" />
    </g>
  );
}
