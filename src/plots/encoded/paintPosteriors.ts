import type { Cloud, PlanePoint } from '../coordinates.ts';
import { cloudX, cloudY } from '../coordinates.ts';
import type { Frame } from '../frame.ts';
import type { Theme } from '../palette.ts';
import { colour } from '../palette.ts';
import type { Pen } from '../pen.ts';

type AnyFrame = Frame<PlanePoint<string>>;

/** Enough corners for an ellipse that is about as large as a mark is. */
const CORNERS = 20;
const CIRCLE = Array.from({ length: CORNERS + 1 }, (_, i) => {
  const angle = (2 * Math.PI * i) / CORNERS;
  return [Math.cos(angle), Math.sin(angle)] as const;
});

export interface Posteriors {
  readonly means: Cloud;
  /** In the same rows and columns as the means: half-axes of one standard deviation. */
  readonly deviations: Cloud;
  /** N class numbers from 0. */
  readonly classes: ArrayLike<number>;
  readonly opacity: number;
}

/** Each point's Gaussian as its contour at one standard deviation, in the colour of its class. */
export function paintPosteriors(pen: Pen, frame: AnyFrame, theme: Theme, posteriors: Posteriors) {
  const { means, deviations, classes, opacity } = posteriors;
  const rows = new Map<number, number[]>();
  for (let row = 0; row < means.count; row++) {
    const known = rows.get(classes[row]);
    if (known) known.push(row);
    else rows.set(classes[row], [row]);
  }
  // One path per class: strokes cost, corners hardly do.
  for (const [label, members] of rows) {
    pen.begin();
    for (const row of members) {
      const x = frame.screenX(cloudX(means, row));
      const y = frame.screenY(cloudY(means, row));
      const reachX = frame.unit * cloudX(deviations, row);
      const reachY = frame.unit * cloudY(deviations, row);
      if (!Number.isFinite(x + y + reachX + reachY)) continue;
      CIRCLE.forEach(([cos, sin], corner) => {
        if (corner === 0) pen.moveTo(x + reachX * cos, y + reachY * sin);
        else pen.lineTo(x + reachX * cos, y + reachY * sin);
      });
    }
    pen.stroke({ colour: colour(label, theme), width: 1, opacity });
  }
}
