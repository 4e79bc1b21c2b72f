import { expect, it } from 'vitest';
import { labNamed } from '../../../../store/labs.ts';
import { layersOf, withLayer } from './layers.ts';

it('go by the names that links use', () => {
  expect(Object.keys(layersOf({}))).toEqual(labNamed('svae-gmm').viewFlags);
});

it('are those of the page with what the view says', () => {
  expect(layersOf({})).toMatchObject({ observations: true, grid: false });
  expect(layersOf({ observations: false, grid: true, other: true })).toEqual({
    ...layersOf({}),
    observations: false,
    grid: true,
  });
});

it('leave a view only with what differs from the page', () => {
  const view = withLayer({}, 'grid', true);
  expect(view).toEqual({ grid: true });
  expect(withLayer(view, 'observations', false)).toEqual({ grid: true, observations: false });
  expect(withLayer(view, 'grid', false)).toEqual({});
});
