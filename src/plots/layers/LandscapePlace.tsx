import type { KeyboardEvent } from 'react';
import { useEffect, useState } from 'react';
import { ownText } from '../../datasets/columnUnits.ts';
import { type Parameters, parameters } from '../plane/coordinates.ts';
import { useScene } from '../plane/scene.ts';
import { useDraggedPlace } from '../useDraggedPlace.ts';
import { clusterKeyAction } from './clusterKeys.ts';

interface LandscapePlaceProps {
  /** Where the model is. */
  readonly at: Parameters;
  readonly names: readonly [string, string];
  /** `isEnd`: there it is let go of. */
  readonly onMove: (to: Parameters, isEnd: boolean) => void;
}

/** One step of an arrow key, pixels. */
const KEY_STEP = 4;
const HIT_RADIUS = 16;
/** Longest wait for the model's answer before its own place is shown again. */
const ANSWER_MS = 600;

/** The present place on a landscape, to be dragged or moved by arrow keys. */
export function LandscapePlace({ at, names, onMove }: LandscapePlaceProps) {
  const { frame } = useScene<Parameters>();
  /** Where a hand or a key has put it; null once the model has answered. */
  const [put, setPut] = useState<{ readonly to: Parameters; readonly isEnd: boolean } | null>(null);
  const shown = put?.to ?? at;
  const move = (to: Parameters, isEnd: boolean): void => {
    setPut({ to, isEnd });
    onMove(to, isEnd);
  };
  const { mark, stands, drag } = useDraggedPlace(frame, shown, move);

  useEffect(() => {
    // In a hand it stays where the hand is.
    if (!put?.isEnd) return;
    const timer = setTimeout(() => setPut(null), ANSWER_MS);
    return () => clearTimeout(timer);
  }, [put]);

  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const action = clusterKeyAction(event.key, event.shiftKey);
    if (action?.kind !== 'move') return;
    // These keys train the model elsewhere on the page.
    event.preventDefault();
    event.stopPropagation();
    const step = KEY_STEP / frame.unit;
    move(parameters(shown[0] + action.dx * step, shown[1] + action.dy * step), true);
  };

  return (
    <g
      ref={mark}
      role="button"
      tabIndex={0}
      className="landscape-place"
      aria-label="Place on the landscape"
      aria-description={`at ${names[0]} ${ownText(frame.units[0], shown[0])}, ${names[1]} ${ownText(frame.units[1], shown[1])}; arrow keys move it, with Shift further`}
      aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown"
      transform={`translate(${stands[0]} ${stands[1]})`}
      onKeyDown={press}
      {...drag}
    >
      <circle className="landscape-hit" r={HIT_RADIUS} />
      <circle className="landscape-focus" r={HIT_RADIUS - 4} />
      <circle className="landscape-present" r={6} />
    </g>
  );
}
