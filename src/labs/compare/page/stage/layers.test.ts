import { expect, it } from 'vitest';
import { labNamed } from '../../../../store/labs.ts';
import { LAYERS, layersOf, withLayer } from './layers.tsx';

it('go by the names that links use', () => {
  expect(Object.keys(layersOf({}))).toEqual(labNamed('compare').viewFlags);
  expect(LAYERS.map(({ name }) => name)).toEqual(labNamed('compare').viewFlags);
});

it('leave a view only with what differs from the page', () => {
  const view = withLayer({}, 'samples', true);
  expect(view).toEqual({ samples: true });
  expect(withLayer(view, 'samples', false)).toEqual({});
});
