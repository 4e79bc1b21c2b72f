import { expect, it } from 'vitest';
import { compare } from '../../lab.ts';
import { FIRST_LAYERS, LAYERS } from './layers.tsx';

it('go by the names that links use', () => {
  expect(Object.keys(FIRST_LAYERS)).toEqual(compare.viewFlags);
  expect(LAYERS.map(({ name }) => name)).toEqual(compare.viewFlags);
});
