import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { activateBackend } from '../networks/backend.ts';
import type { NumberSetting } from '../settings/settingsTable.ts';
import { checkSetting } from '../settings/validate.ts';
import { defaultValues, type Values } from '../settings/values.ts';
import type { AnyEngine, Breakdown } from './engine.ts';
import type { Lab } from './lab.ts';
import { labs, loadLab } from './registry.ts';
import { svaeLds } from './svaeLds/lab.ts';

beforeAll(async () => {
  await activateBackend('cpu');
});

/** Enough for a model, and quick. */
const SMALL: Readonly<Record<string, Values>> = {
  'svae-lds': { sequenceSteps: 300, windowSteps: 10, windows: 1, latentDimension: 2 },
};
const small = ({ id, table }: Lab): Values => ({ ...defaultValues(table), ...SMALL[id] });

/** A step of an engine whose numbers are broken, as the session breaks them. */
function breakDown(engine: AnyEngine): Breakdown {
  const good = engine.save();
  engine.breakDown?.();
  const outcome = engine.train();
  engine.load(good);
  if (outcome.ok) throw new Error('It did not break down.');
  return outcome.breakdown;
}

describe.each(await Promise.all(labs.map(({ id }) => loadLab(id))))('a breakdown of $id', (lab) => {
  const { table, makeDataset, create } = lab;
  const live = Object.entries(table.settings).filter(
    ([, setting]) => setting.kind === 'number' && setting.takesEffect === 'live',
  ) as [string, NumberSetting][];
  const settings = small(lab);
  const start = () => create({ settings, seed: 1, dataset: makeDataset(settings, 1, null) });

  it('suggests valid settings that differ from the present ones, or another remedy', () => {
    const engine = start();
    const values = fc.record(
      Object.fromEntries(
        live.map(([name, { min, max, integer }]) => [
          name,
          fc.oneof(
            fc.constantFrom(min, max),
            integer ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true }),
          ),
        ]),
      ),
    );
    const choices = fc.record(
      Object.fromEntries(
        Object.entries(table.settings).flatMap(([name, setting]) =>
          setting.kind === 'choice' && setting.takesEffect === 'live'
            ? [[name, fc.constantFrom(...setting.options.map(({ value }) => value))]]
            : [],
        ),
      ),
    );
    fc.assert(
      fc.property(values, choices, (numbers, chosen) => {
        const present: Values = { ...settings, ...numbers, ...chosen };
        engine.updateSettings?.(present);
        const { suggestedSettings, remedy } = breakDown(engine);
        expect(remedy).not.toBe('');
        for (const [name, value] of Object.entries(suggestedSettings ?? {})) {
          expect(checkSetting(table, name, value)).toEqual({ ok: true, value });
          expect(value).not.toBe(present[name]);
          expect(remedy).toContain(String(value));
        }
      }),
      { numRuns: 30 },
    );
    engine.dispose();
  });
});

it('suggests nothing where step sizes are at their least already', async () => {
  const { makeDataset, create } = await loadLab('svae-lds');
  const settings = { ...small(svaeLds), learningRate: 0.00001, naturalStep: 0.001 };
  const engine = create({ settings, seed: 1, dataset: makeDataset(settings, 1, null) });
  const { suggestedSettings, remedy } = breakDown(engine);
  expect(suggestedSettings).toBeUndefined();
  expect(remedy).toContain('another seed');
  engine.dispose();
});

it('speaks of the step of the dynamics where nothing else is trained, and stops there too', async () => {
  const { makeDataset, create } = await loadLab('svae-lds');
  const settings = { ...small(svaeLds), trains: 'globals', dynamicsStep: 0.3 };
  const engine = create({ settings, seed: 1, dataset: makeDataset(settings, 1, null) });
  const before = engine.save();
  expect(breakDown(engine)).toMatchObject({ step: 1, suggestedSettings: { dynamicsStep: 0.1 } });
  expect(engine.save()).toEqual(before);
  engine.dispose();
});
