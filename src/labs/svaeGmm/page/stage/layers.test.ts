import { expect, it } from 'vitest';
import { labNamed } from '../../../../store/labs.ts';
import { FIRST_LAYERS } from './layers.ts';

it('go by the names that links use', () => {
  expect(Object.keys(FIRST_LAYERS)).toEqual(labNamed('svae-gmm').viewFlags);
});
