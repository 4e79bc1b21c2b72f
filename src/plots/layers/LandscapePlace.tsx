import { ownText } from '../../datasets/columnUnits.ts';
import type { Gesture } from '../drag/gesture.ts';
import { usePlace } from '../drag/usePlace.ts';
import { type Parameters, parameters } from '../plane/coordinates.ts';
import { useScene } from '../plane/scene.ts';
import { clusterKeyAction } from './clusterKeys.ts';

interface LandscapePlaceProps {
  /** Where the model is. */
  readonly at: Parameters;
  readonly names: readonly [string, string];
  readonly onMove: (gesture: Gesture<Parameters>) => void;
}

/** One step of an arrow key, pixels. */
const KEY_STEP = 4;
const HIT_RADIUS = 16;

/** The present place on a landscape, to be dragged or moved by arrow keys. */
export function LandscapePlace({ at, names, onMove }: LandscapePlaceProps) {
  const { frame } = useScene<Parameters>();
  const { mark, shown, stands, props } = usePlace(frame, at, onMove, (event, [x, y]) => {
    const action = clusterKeyAction(event.key, event.shiftKey);
    if (action?.kind !== 'move') return undefined;
    const far = KEY_STEP / frame.unit;
    return parameters(x + action.dx * far, y + action.dy * far);
  });

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
      {...props}
    >
      <circle className="landscape-hit" r={HIT_RADIUS} />
      <circle className="landscape-focus" r={HIT_RADIUS - 4} />
      <circle className="landscape-present" r={6} />
    </g>
  );
}
