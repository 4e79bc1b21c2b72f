import type { Random } from '../../math/random.ts';
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
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let k = 0; k < K; k++) {
      let squared = 0;
      for (let i = 0; i < d; i++) squared += (path[(t + 1) * d + i] - means[k * d + i]) ** 2;
      if (squared >= least) continue;
      least = squared;
      nearest = k;
    }
    responsibilities[t * K + nearest] = 1;
    if (t > 0) pairs[(t - 1) * K * K + before * K + nearest] = 1;
    before = nearest;
  }
}
