import { describe, expect, it } from 'vitest';
import { labNamed } from '../labs/registry.ts';
import { tableFaults } from '../settings/checkTable.ts';
import { applyPreset, presetOf } from '../settings/presets.ts';
import type { SettingsTable, SettingValue } from '../settings/settingsTable.ts';
import { defaultValues, type Values } from '../settings/values.ts';

const LABS = ['em', 'mixture-of-experts', 'vae', 'svae-gmm', 'svae-lds', 'compare'];

function chosen(table: SettingsTable, id: string, present?: Values): Values {
  const applied = applyPreset(table, id, present);
  if (!applied.ok) throw new Error(applied.message);
  return applied.values;
}

/** Every data setting at another value than its default. */
function otherData(table: SettingsTable): Values {
  const values: Record<string, SettingValue> = { ...defaultValues(table) };
  for (const [name, setting] of Object.entries(table.settings)) {
    if (setting.group !== 'Data') continue;
    if (setting.kind === 'number') values[name] = setting.max;
    else if (setting.kind === 'switch') values[name] = !setting.default;
    else {
      const others = setting.options.map(({ value }) => value).filter((value) => value !== 'own');
      values[name] = others.find((value) => value !== setting.default) ?? setting.default;
    }
  }
  return values;
}

describe.each(LABS)('presets of %s', (lab) => {
  const { table } = labNamed(lab);
  const ids = table.presets.map(({ id }) => id);
  const dataSetting = 'signal' in table.settings ? 'signal' : 'dataset';

  it('are a good table', () => {
    expect(tableFaults(table)).toEqual([]);
  });

  it('give the same values whatever was there before, generated data too', () => {
    for (const id of ids) {
      const fresh = chosen(table, id);
      expect(chosen(table, id, otherData(table))).toEqual(fresh);
      for (const before of ids) {
        expect(chosen(table, id, chosen(table, before))).toEqual(fresh);
      }
    }
  });

  it('are shown as chosen when they are, and no longer once anything is changed', () => {
    for (const id of ids) {
      const values = chosen(table, id);
      expect(presetOf(table, values)).toBe(id);
      for (const [name, value] of Object.entries(otherData(table))) {
        if (values[name] === value || table.settings[name].group !== 'Data') continue;
        expect(presetOf(table, { ...values, [name]: value })).not.toBe(id);
      }
    }
  });

  it('leave own data in place where they are about the model, and there alone', () => {
    const own: Values = { ...otherData(table), [dataSetting]: 'own' };
    for (const { id, aboutModel } of table.presets) {
      const after = chosen(table, id, own);
      const data = Object.entries(table.settings).filter(([, { group }]) => group === 'Data');
      for (const [name] of data) {
        expect(after[name]).toBe(aboutModel ? own[name] : chosen(table, id)[name]);
      }
      expect(presetOf(table, after)).toBe(id);
    }
  });
});

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
  expect(chosen(table, id, otherData(table))).toMatchObject(said);
});
