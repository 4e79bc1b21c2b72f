import { expect, it } from 'vitest';
import { labNamed } from '../../../store/labs.ts';
import { FIRST_FLAGS } from './flags.ts';

it('go by the names that links use', () => {
  expect(Object.keys(FIRST_FLAGS)).toEqual(labNamed('svae-lds').viewFlags);
});
