import { expect, it } from 'vitest';
import { noRows } from '../../../../datasets/dataset.ts';
import { defaultValues } from '../../../../settings/values.ts';
import { renderFormula } from '../../../../ui/renderFormula.ts';
import { BoundsEngine } from '../../engine/engine.ts';
import { type BoundsSettings, boundsTable } from '../../settings.ts';
import type { WeightsView } from '../../snapshot.ts';
import { averageOf, describeFrame, type SetStage, stageNames } from './frames.ts';

const viewOf = (change: Partial<BoundsSettings>) => {
  const settings = { ...defaultValues(boundsTable), ...change };
  const engine = new BoundsEngine({ settings, seed: 0, dataset: noRows('') });
  return engine.snapshot() as WeightsView & { readonly kind: 'bounds' };
};

it.each<Partial<BoundsSettings>>([{}, { samples: 1 }, { samples: 1000, mean: -3, sd: 0.2 }])(
  'puts every stage of a set in words and numbers: %o',
  (change) => {
    const view = viewOf(change);
    for (const stage of Object.keys(stageNames) as SetStage[]) {
      const { sentence, tex, label } = describeFrame(view, stage);
      expect(sentence).not.toMatch(/NaN|undefined/);
      expect(label).not.toBe('');
      expect(tex).not.toContain('–');
      expect(renderFormula(tex, true)).not.toContain('katex-error');
    }
  },
);

it('averages the weights that are drawn', () => {
  const { average, largest } = averageOf(viewOf({ samples: 1 }));
  expect(average).toBeCloseTo(Math.exp(viewOf({ samples: 1 }).first.logWeights[0]), 12);
  expect(largest).toBe(1);
});
