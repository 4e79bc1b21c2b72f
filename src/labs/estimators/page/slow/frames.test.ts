import { expect, it } from 'vitest';
import { noRows } from '../../../../datasets/dataset.ts';
import { defaultValues } from '../../../../settings/values.ts';
import { renderFormula } from '../../../../ui/renderFormula.ts';
import { EstimatorsEngine } from '../../engine/engine.ts';
import { type EstimatorsSettings, estimatorsTable } from '../../settings.ts';
import type { DrawsView } from '../../snapshot.ts';
import { type DrawStage, describeFrame, stageNames } from './frames.ts';

it.each<Partial<EstimatorsSettings>>([
  {},
  { parameter: 'sd', dimension: 3 },
  { f: 'elbo' },
  { f: 'step' },
  { q: 'coin' },
])('puts every stage of a draw in words and numbers: %o', (change) => {
  const settings = { ...defaultValues(estimatorsTable), ...change };
  const engine = new EstimatorsEngine({ settings, seed: 0, dataset: noRows('') });
  const view = engine.snapshot() as DrawsView;
  for (const stage of Object.keys(stageNames) as DrawStage[]) {
    const { sentence, tex, label } = describeFrame({ view, draw: 3 }, stage);
    expect(sentence).not.toMatch(/NaN|undefined/);
    expect(label).not.toBe('');
    expect(tex).not.toContain('–');
    expect(renderFormula(tex, true)).not.toContain('katex-error');
  }
});
