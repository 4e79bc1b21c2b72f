import { expect, it } from 'vitest';
import { noRows } from '../../../../../datasets/dataset.ts';
import { defaultValues } from '../../../../../settings/values.ts';
import { renderFormula } from '../../../../../ui/renderFormula.ts';
import { framePerStage } from '../../../../shared/slowMotion/stepper.ts';
import { PlaneEngine } from '../../../engine/plane/engine.ts';
import { type MeanFieldSettings, meanFieldTable } from '../../../settings.ts';
import { describeFrame, stageNames } from './frames.ts';

const FRAMES = framePerStage(stageNames);

function told(settings: Partial<MeanFieldSettings>, steps: number) {
  const engine = new PlaneEngine({
    settings: { ...defaultValues(meanFieldTable), ...settings } as MeanFieldSettings,
    dataset: noRows('target'),
    seed: 0,
  });
  for (let step = 0; step < steps; step++) engine.train();
  const look = engine.inspect({ kind: 'update' });
  const snapshot = engine.snapshot();
  return { look, frames: FRAMES.map((frame) => describeFrame(look, frame, snapshot)) };
}

it.each(['gaussian', 'normal', 'banana', 'two-modes', 'drawn'] as const)(
  'puts every stage of an update in words and numbers: %s',
  (target) => {
    for (const steps of [0, 1]) {
      for (const { sentence, tex, label } of told({ target }, steps).frames) {
        expect(sentence).not.toMatch(/NaN|undefined/);
        expect(label).not.toBe('');
        expect(renderFormula(tex, true)).not.toContain('katex-error');
      }
    }
  },
);

it('writes the average of the normal as natural parameters that add up', () => {
  const { frames } = told({ target: 'normal' }, 60);
  expect(frames[1].tex).toContain('5.385\\, \\mu - 1.077\\, \\mu^2');
});

it('says that the ELBO rises, and when it cannot', () => {
  expect(told({}, 0).frames[4].sentence).toContain('rises by');
  expect(told({ correlation: 0 }, 4).frames[4].sentence).toContain('stays');
});
