import { expect, it } from 'vitest';
import '../labs/allLabs.ts';
import { labNamed } from '../labs/registry.ts';
import { applyPreset } from '../settings/presets.ts';
import { defaultValues } from '../settings/values.ts';

it.each([
  ['em', 'k-means', { dataset: 'blobs', blobs: 5, clusters: 5 }],
  ['em', 'soft', { dataset: 'blobs', blobs: 5, clusters: 5 }],
  ['em', 'bayesian', { dataset: 'blobs', blobs: 5, pointsPerArm: 100, clusters: 15 }],
  ['em', 'singular', { dataset: 'blobs', blobs: 3, pointsPerArm: 10, clusters: 20 }],
  ['svae-gmm', 'robust', { dataset: 'spirals', arms: 5 }],
  ['svae-lds', 'robust', { signal: 'bouncing', speed: 0.75 }],
  ['vae', 'collapse', { dataset: 'spirals', arms: 5, pointsPerArm: 100 }],
  ['mixture-of-experts', 'zigzag', { dataset: 'zigzag', experts: 3 }],
  ['compare', 'figure-6-2', { dataset: 'spirals', arms: 5 }],
])('%s: "%s" brings the data its caption speaks of', (lab, id, said) => {
  const { table } = labNamed(lab);
  const applied = applyPreset(table, id, { ...defaultValues(table), arms: 3, blobs: 2, speed: 2 });
  expect(applied).toMatchObject({ ok: true, values: said });
});
