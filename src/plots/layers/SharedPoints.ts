/** Points in the colours of the clusters that share them. N points, K clusters. */
import type { Stamp } from '../pen/pen.ts';
import type { Cloud } from '../plane/coordinates.ts';
import { cloudX, cloudY } from '../plane/coordinates.ts';
import { isNear } from '../plane/frame.ts';
import { painted } from '../plane/layer.ts';
import { mixed } from '../style/cielab.ts';
import { DIMMED_MARKS, marks } from '../style/marks.ts';
import { colour } from '../style/palette.ts';
import { symbolOf } from '../style/symbols.ts';
import type { Theme } from '../style/theme.ts';
import { markRadius } from './Points.ts';

/** Colours between those of two clusters: more could not be distinguished, and each is a mark to draw. */
const MIXTURES = 8;
/** Responsibilities that differ by less are equal: before the first E-step all of them are. */
const EQUAL = 1e-6;

/** Whom a point belongs to most, second most, and how its colour stands between the two. */
export interface Sharing {
  readonly first: number;
  readonly second: number;
  /** 0 for the first alone, MIXTURES / 2 for halves. */
  readonly level: number;
}

/** The sharing of a row; null where all clusters are equally responsible, so that none is. */
export function sharingOf(
  responsibilities: ArrayLike<number>,
  row: number,
  clusters: number,
): Sharing | null {
  const at = row * clusters;
  let first = 0;
  let second = -1;
  let least = responsibilities[at];
  for (let k = 1; k < clusters; k++) {
    const share = responsibilities[at + k];
    if (share < least) least = share;
    if (share > responsibilities[at + first]) {
      second = first;
      first = k;
    } else if (second < 0 || share > responsibilities[at + second]) second = k;
  }
  if (clusters > 1 && responsibilities[at + first] - least < EQUAL) return null;
  if (second < 0) return { first, second: first, level: 0 };
  const [most, next] = [responsibilities[at + first], responsibilities[at + second]];
  return { first, second, level: Math.round((MIXTURES * next) / (most + next)) };
}

export interface SharedPointsProps {
  readonly cloud: Cloud;
  /** N x K, rows sum to one. */
  readonly responsibilities: ArrayLike<number>;
  readonly clusters: number;
  /** Points of all other clusters are dimmed, by how little they belong to this one. */
  readonly emphasised: number | null;
}

/** Each point with the mark of its most responsible cluster, in a colour between the first two. */
export const SharedPoints = painted<SharedPointsProps>(
  (pen, frame, { theme, ink }, { cloud, responsibilities, clusters, emphasised }) => {
    const radius = markRadius(cloud.count);
    const stamps = new Map<number, Stamp>();
    const stampOf = (sharing: Sharing | null): Stamp => {
      const key = sharing
        ? (sharing.first * clusters + sharing.second) * (MIXTURES + 1) + sharing.level
        : -1;
      const known = stamps.get(key);
      if (known) return known;
      const made = pen.stamp({
        symbol: sharing ? symbolOf(sharing.first) : 0,
        colour: sharing ? mixtureOf(sharing, theme) : ink.observation,
        radius: sharing ? radius : radius * marks.observationAlone.size,
        halo: ink.surface,
      });
      stamps.set(key, made);
      return made;
    };
    const { opacity } = marks.point;
    for (let row = 0; row < cloud.count; row++) {
      const x = frame.screenX(cloudX(cloud, row));
      const y = frame.screenY(cloudY(cloud, row));
      if (!isNear(frame, x, y)) continue;
      const part = emphasised === null ? 1 : responsibilities[row * clusters + emphasised];
      stampOf(sharingOf(responsibilities, row, clusters)).place(
        x,
        y,
        opacity * (DIMMED_MARKS + (1 - DIMMED_MARKS) * part),
      );
    }
  },
  ({ cloud }) => cloud.count,
);

const mixtures = new Map<string, string>();

/** Mixed in CIE L*a*b*, where halves look like halves. */
function mixtureOf({ first, second, level }: Sharing, theme: Theme): string {
  if (level === 0) return colour(first, theme);
  const key = `${theme} ${first} ${second} ${level}`;
  let mixture = mixtures.get(key);
  if (mixture === undefined) {
    mixture = mixed(colour(first, theme), colour(second, theme), level / MIXTURES);
    mixtures.set(key, mixture);
  }
  return mixture;
}
