import type { Latent, Screen } from '../plane/coordinates.ts';
import { type Frame, insideArea } from '../plane/frame.ts';
import type { ClusterInPlane } from './clusterView.ts';

/** Marks nearer than this to one another, pixels, get one name together. */
const TOGETHER = 16;

/** Where the name can stand beside the marks, pixels, the first that is free if any is. */
const BESIDE = [
  { dx: 0, dy: 19, textAnchor: 'middle' },
  { dx: 0, dy: -11, textAnchor: 'middle' },
  { dx: 9, dy: 4, textAnchor: 'start' },
  { dx: -9, dy: 4, textAnchor: 'end' },
] as const;
/** Half the size of a name, pixels. */
const HALF_NAME = { width: 32, height: 7 };

/** Clusters without points whose marks lie in one place, and what is written there. */
export interface UnusedPlace {
  readonly ids: readonly number[];
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly textAnchor: 'start' | 'middle' | 'end';
}

/**
 * Where clusters without points lie. They wait together at their prior, so that their numbers
 * would cover one another: one name says how many there are.
 */
export function unusedPlaces(
  clusters: readonly ClusterInPlane[],
  frame: Frame<Latent>,
): UnusedPlace[] {
  const places: { readonly at: Screen; readonly ids: number[] }[] = [];
  const used: Screen[] = [];
  for (const { id, mean, negligible } of clusters) {
    const at = insideArea(frame, mean);
    if (!negligible) {
      used.push(at);
      continue;
    }
    const near = places.find(
      (place) => Math.hypot(place.at[0] - at[0], place.at[1] - at[1]) < TOGETHER,
    );
    if (near) near.ids.push(id);
    else places.push({ at, ids: [id] });
  }
  return places.map(({ at: [x, y], ids }) => {
    const beside = BESIDE.find((way) => isFree(x, y, way, used)) ?? BESIDE[0];
    const { dx, dy, textAnchor } = beside;
    const name = ids.length === 1 ? `${ids[0] + 1}, unused` : `${ids.length} unused`;
    return { ids, name, x: x + dx, y: y + dy, textAnchor };
  });
}

/** Whether a name there would cover no mark, nor the number at its upper right. */
function isFree(
  x: number,
  y: number,
  { dx, dy, textAnchor }: (typeof BESIDE)[number],
  marks: readonly Screen[],
): boolean {
  const shift = { start: 1, middle: 0, end: -1 }[textAnchor] * HALF_NAME.width;
  return marks.every(
    ([markX, markY]) =>
      Math.abs(markX + 6 - (x + dx + shift)) > HALF_NAME.width + 16 ||
      Math.abs(markY - 5 - (y + dy - 4)) > HALF_NAME.height + 14,
  );
}
