import { spreadRows } from '../encoded/pictures.ts';
import type { Pen } from '../pen/pen.ts';
import { type Cloud, cloudX, cloudY } from '../plane/coordinates.ts';
import { type AnyFrame, painted } from '../plane/layer.ts';
import { lines } from '../style/marks.ts';

/** Enough corners for an ellipse that is about as large as a mark is. */
const CORNERS = 20;
const CIRCLE = Array.from({ length: CORNERS + 1 }, (_, i) => {
  const angle = (2 * Math.PI * i) / CORNERS;
  return [Math.cos(angle), Math.sin(angle)] as const;
});

interface PosteriorsProps {
  readonly means: Cloud;
  /** In the same rows and columns as the means: half-axes of one standard deviation. */
  readonly deviations: Cloud;
  /** N: of the two columns; null where they are not correlated. */
  readonly correlations?: ArrayLike<number> | null;
  /** N class numbers from 0. */
  readonly classes: ArrayLike<number>;
}

/** Ellipses beyond these many hide each other: of more points some stand for all. */
const MOST = 2000;
/** Ellipses to a path: strokes cost, and long paths that cross themselves cost more. */
const PER_PATH = 25;

/** Each point's Gaussian as its contour at one standard deviation, in the colour of its class. */
export const Posteriors = painted<PosteriorsProps>(
  (pen, frame, { colour }, { means, deviations, correlations, classes }) => {
    const byClass = new Map<number, number[]>();
    for (const row of spreadRows(means.count, MOST)) {
      const members = byClass.get(classes[row]);
      if (members) members.push(row);
      else byClass.set(classes[row], [row]);
    }
    for (const [label, members] of byClass) {
      const stroke = { ...lines.posterior, colour: colour(label) };
      members.forEach((row, index) => {
        if (index % PER_PATH === 0) pen.begin();
        traceEllipse(pen, frame, means, deviations, correlations?.[row] ?? 0, row);
        if (index % PER_PATH === PER_PATH - 1 || index === members.length - 1) pen.stroke(stroke);
      });
    }
  },
  ({ means }) => means.count,
);

function traceEllipse(
  pen: Pen,
  frame: AnyFrame,
  means: Cloud,
  deviations: Cloud,
  correlation: number,
  row: number,
) {
  const x = frame.screenX(cloudX(means, row));
  const y = frame.screenY(cloudY(means, row));
  const reachX = frame.unit * cloudX(deviations, row);
  const reachY = frame.unit * cloudY(deviations, row);
  // By the Cholesky factor; screens count downwards.
  const along = -correlation * reachY;
  const across = Math.sqrt(1 - correlation * correlation) * reachY;
  if (!Number.isFinite(x + y + reachX + reachY)) return;
  CIRCLE.forEach(([cos, sin], corner) => {
    const [toX, toY] = [x + reachX * cos, y + along * cos + across * sin];
    if (corner === 0) pen.moveTo(toX, toY);
    else pen.lineTo(toX, toY);
  });
}
