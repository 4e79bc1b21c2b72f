import { expect, it } from 'vitest';
import { svaeLds } from '../../lab.ts';
import { EXPERIMENTS } from '../experiments/experiments.ts';
import { TRACKING } from '../tracking/useLinkedTracking.ts';
import { FIRST_FLAGS } from './flags.ts';

it('go by the names that links use', () => {
  const ours = [...Object.keys(FIRST_FLAGS), ...EXPERIMENTS, TRACKING];
  expect(ours).toEqual(svaeLds.viewFlags);
});
