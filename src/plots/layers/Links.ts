import { type Cloud, cloudX, cloudY } from '../plane/coordinates.ts';
import { painted } from '../plane/layer.ts';
import { lines } from '../style/marks.ts';

/** A thin line from each point of one cloud to the same row of the other. */
export const Links = painted<{ readonly from: Cloud; readonly to: Cloud }>(
  (pen, frame, { ink }, { from, to }) => {
    pen.begin();
    const count = Math.min(from.count, to.count);
    for (let row = 0; row < count; row++) {
      pen.moveTo(frame.screenX(cloudX(from, row)), frame.screenY(cloudY(from, row)));
      pen.lineTo(frame.screenX(cloudX(to, row)), frame.screenY(cloudY(to, row)));
    }
    pen.stroke({ ...lines.link, colour: ink.link });
  },
);
