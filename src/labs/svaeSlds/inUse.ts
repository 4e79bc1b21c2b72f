import { LEAST_SHARE } from '../shared/data/segmentation.ts';
import type { SldsState } from './snapshot.ts';

/** Whether a state has learned anything. Of one that hardly any step is in, all figures are the prior's. */
export const isInUse = ({
  share,
  taught,
  removed,
}: Pick<SldsState, 'share' | 'taught' | 'removed'>): boolean =>
  (share > LEAST_SHARE || taught > 0) && !removed;

export const NOT_IN_USE = 'not in use';
