import { expect, it } from 'vitest';
import { svaeGmm } from '../../lab.ts';
import { FIRST_LAYERS } from './layers.ts';

it('go by the names that links use', () => {
  expect(Object.keys(FIRST_LAYERS)).toEqual(svaeGmm.viewFlags);
});
