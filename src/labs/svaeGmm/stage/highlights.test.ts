import { expect, it } from 'vitest';
import { highlightedLayers, highlightedParts, lightsUp } from './highlights.ts';
import { layersOf } from './layers.ts';

const FIRST = layersOf({});

it('lights up the panels that show what is meant', () => {
  expect(lightsUp('latent-space', 'clusters')).toBe(true);
  expect(lightsUp('data-space', 'clusters')).toBe(false);
  expect(lightsUp('bound', 'elbo-localKl')).toBe(true);
  expect(lightsUp('bound', null)).toBe(false);
  expect(lightsUp('bound', 'toString')).toBe(false);
});

it('draws what is meant, whatever is switched off', () => {
  const layers = highlightedLayers({ ...FIRST, observations: false, grid: false }, 'observations');
  expect(layers).toMatchObject({ observations: true, reconstructions: false });
  expect(highlightedLayers(FIRST, 'grid').grid).toBe(true);
  expect(highlightedLayers(FIRST, 'weights')).toBe(FIRST);
});

it('leaves one line beside the bound', () => {
  expect(highlightedParts('elbo-localKl')).toEqual(['localKl']);
  expect(highlightedParts('clusters')).toBeUndefined();
  expect(highlightedParts(null)).toBeUndefined();
});
