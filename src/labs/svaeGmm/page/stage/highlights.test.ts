import { expect, it } from 'vitest';
import { highlightedLayers } from './highlights.ts';
import { FIRST_LAYERS } from './layers.ts';

it('draws what is meant, whatever is switched off', () => {
  const layers = highlightedLayers(
    { ...FIRST_LAYERS, observations: false, grid: false },
    'observations',
  );
  expect(layers).toMatchObject({ observations: true, reconstructions: false });
  expect(highlightedLayers(FIRST_LAYERS, 'grid').grid).toBe(true);
  expect(highlightedLayers(FIRST_LAYERS, 'weights')).toBe(FIRST_LAYERS);
});
