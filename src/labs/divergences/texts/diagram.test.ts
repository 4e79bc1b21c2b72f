import { expect, it } from 'vitest';
import { noRows } from '../../../datasets/dataset.ts';
import { defaultValues } from '../../../settings/values.ts';
import { DivergencesEngine } from '../engine/engine.ts';
import { divergencesTable } from '../settings.ts';
import { diagram } from './diagram.ts';

it('says of an infinite divergence that it is infinite', () => {
  const settings = { ...defaultValues(divergencesTable), target: 'cut' } as const;
  const engine = new DivergencesEngine({ settings, seed: 0, dataset: noRows('') });
  const { nodes } = diagram.live(engine.snapshot(), { settings, hovered: null } as never);
  expect(nodes.q.words).toMatch(/for KL\(q‖p\): ∞ nats/);
});
