import { type Cloud, cloudX, cloudY } from '../plane/coordinates.ts';
import { painted } from '../plane/layer.ts';
import { fadingPath } from '../style/marks.ts';

const FADE_LEVELS = 20;

interface FadingPathProps {
  /** Row by row in time. */
  readonly cloud: Cloud;
  /** The row the path has come to. */
  readonly now: number;
  /** First row without input; Infinity: input throughout. */
  readonly inputEnd: number;
}

/** The path of a state, older parts fainter; without input it has the accent's colour. */
export const FadingPath = painted<FadingPathProps>(
  (pen, frame, { ink }, { cloud, now, inputEnd }) => {
    const vertex = (row: number): readonly [number, number] => [
      frame.screenX(cloudX(cloud, row)),
      frame.screenY(cloudY(cloud, row)),
    ];
    const stroke = (from: number, to: number, age: number): void => {
      if (to <= from) return;
      const isForecast = from >= inputEnd;
      pen.begin();
      pen.moveTo(...vertex(from));
      for (let row = from + 1; row <= to; row++) pen.lineTo(...vertex(row));
      pen.stroke({ ...fadingPath(age, isForecast), colour: isForecast ? ink.accent : ink.text });
    };
    const last = Math.min(cloud.count - 1, Math.max(0, now));
    for (let level = 0; level < FADE_LEVELS; level++) {
      const from = Math.floor((last * level) / FADE_LEVELS);
      const to = Math.floor((last * (level + 1)) / FADE_LEVELS);
      const middle = Math.min(to, Math.max(from, inputEnd));
      stroke(from, middle, (level + 1) / FADE_LEVELS);
      stroke(middle, to, (level + 1) / FADE_LEVELS);
    }
  },
  () => FADE_LEVELS,
);
