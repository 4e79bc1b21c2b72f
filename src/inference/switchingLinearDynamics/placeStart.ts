import type { Random } from '../../math/random.ts';
import { nearestMean } from '../expectationMaximisation/kMeans.ts';
import { kMeansPlusPlus } from '../expectationMaximisation/kMeansPlusPlus.ts';
import type { SwitchingWorkspace } from './workspace.ts';

/** Without dynamics a state is a place: that of the nearest of K centres drawn by k-means++. */
export function cutByPlace(ws: SwitchingWorkspace, path: Float64Array, random: Random): void {
  const { states: K, dimension: d } = ws.layout;
  const means = new Float64Array(K * d);
  kMeansPlusPlus(path, d, means, random);
  const { responsibilities, pairs } = ws.chains[0];
  responsibilities.fill(0);
  pairs.fill(0);
  let before = 0;
  for (let t = 0; t + 1 < ws.steps; t++) {
    const nearest = nearestMean(path, (t + 1) * d, means, d);
    responsibilities[t * K + nearest] = 1;
    if (t > 0) pairs[(t - 1) * K * K + before * K + nearest] = 1;
    before = nearest;
  }
}
