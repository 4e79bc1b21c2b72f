import { painted } from '../plane/layer.ts';
import { expertLine } from '../style/marks.ts';

/** What experts and gate say along x. G places, K experts. */
export interface ExpertCurves {
  /** G, increasing. */
  readonly x: ArrayLike<number>;
  /** G x K */
  readonly predictions: ArrayLike<number>;
  /** G x K, rows sum to one. */
  readonly gates: ArrayLike<number>;
  /** G: E[y | x], and the standard deviation of y given x. */
  readonly mean: ArrayLike<number>;
  readonly spread: ArrayLike<number>;
}

interface ExpertLinesProps {
  readonly curves: ExpertCurves;
  readonly experts: number;
  readonly emphasised: number | null;
}

/** Each expert's curve, piece by piece, as strong as the gate asks it there. */
export const ExpertLines = painted<ExpertLinesProps>(
  (pen, frame, { colour }, { curves: { x, predictions, gates }, experts, emphasised }) => {
    for (let k = 0; k < experts; k++) {
      for (let g = 1; g < x.length; g++) {
        const [before, now] = [(g - 1) * experts + k, g * experts + k];
        pen.begin();
        pen.moveTo(frame.screenX(x[g - 1]), frame.screenY(predictions[before]));
        pen.lineTo(frame.screenX(x[g]), frame.screenY(predictions[now]));
        const asked = (gates[before] + gates[now]) / 2;
        pen.stroke({
          ...expertLine(asked, emphasised === null || emphasised === k),
          colour: colour(k),
        });
      }
    }
  },
);
