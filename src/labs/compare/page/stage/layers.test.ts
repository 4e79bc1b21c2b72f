import { expect, it } from 'vitest';
import { labNamed } from '../../../../store/labs.ts';
import { FIRST_LAYERS, LAYERS } from './layers.tsx';

it('go by the names that links use', () => {
  expect(Object.keys(FIRST_LAYERS)).toEqual(labNamed('compare').viewFlags);
  expect(LAYERS.map(({ name }) => name)).toEqual(labNamed('compare').viewFlags);
});
