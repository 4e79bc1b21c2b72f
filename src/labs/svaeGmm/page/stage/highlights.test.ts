import { expect, it } from 'vitest';
import { highlightedLayers } from './highlights.ts';
import { layersOf } from './layers.ts';

const FIRST = layersOf({});

it('draws what is meant, whatever is switched off', () => {
  const layers = highlightedLayers({ ...FIRST, observations: false, grid: false }, 'observations');
  expect(layers).toMatchObject({ observations: true, reconstructions: false });
  expect(highlightedLayers(FIRST, 'grid').grid).toBe(true);
  expect(highlightedLayers(FIRST, 'weights')).toBe(FIRST);
});
