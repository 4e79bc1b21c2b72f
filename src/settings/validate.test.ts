import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableFaults } from './checkTable.fixture.ts';
import { exampleTable } from './exampleTable.fixture.ts';
import { applyPreset } from './presets.ts';
import type { SettingsTable } from './settingsTable.ts';
import { checkSetting, nearestValid, validateSettings } from './validate.ts';
import { changedValues, defaultValues } from './values.ts';
import { nearestName } from './words.ts';

const DEFAULTS = {
  dataset: 'spirals',
  arms: 5,
  spread: 0.3,
  learningRate: 3e-3,
  moves: true,
};

describe('validateSettings', () => {
  it('fills in defaults', () => {
    expect(validateSettings(exampleTable, { arms: 3 })).toEqual({
      values: { ...DEFAULTS, arms: 3 },
      problems: [],
    });
    expect(validateSettings(exampleTable, undefined).values).toEqual(DEFAULTS);
  });

  it('reads text, as links and command lines have it', () => {
    const text = {
      dataset: 'two-moons',
      arms: ' 7 ',
      spread: '.5',
      learningRate: '1e-3',
      moves: 'off',
    };
    expect(validateSettings(exampleTable, text)).toEqual({
      values: { dataset: 'two-moons', arms: 7, spread: 0.5, learningRate: 1e-3, moves: false },
      problems: [],
    });
  });

  it.each([
    ['unknown-setting', { arm: 3 }, 'There is no setting "arm". Did you mean "arms"?'],
    [
      'unknown-setting',
      { LEARNINGRATE: 1 },
      'There is no setting "LEARNINGRATE". Did you mean "learningRate"?',
    ],
    [
      'unknown-setting',
      { quux: 3 },
      'There is no setting "quux". There are "dataset", "arms", "spread", "learningRate", "moves".',
    ],
    ['unknown-setting', { constructor: 3 }, 'There is no setting "constructor".'],
    ['out-of-range', { arms: 99 }, '"arms" is 99; expected a whole number from 2 to 10.'],
    ['out-of-range', { arms: '1' }, '"arms" is "1"; expected a whole number from 2 to 10.'],
    [
      'out-of-range',
      { learningRate: 0 },
      '"learningRate" is 0; expected a number from 0.00001 to 1.',
    ],
    ['off-step', { arms: 2.5 }, '"arms" is 2.5; expected a whole number from 2 to 10.'],
    [
      'off-step',
      { spread: 0.33 },
      '"spread" is 0.33; expected a number from 0.05 to 1 in steps of 0.1.',
    ],
    ['wrong-type', { arms: 'many' }, '"arms" is "many"; expected a whole number'],
    ['wrong-type', { arms: '' }, '"arms" is nothing; expected a whole number'],
    ['wrong-type', { arms: '0x5' }, '"arms" is "0x5"; expected a whole number'],
    ['wrong-type', { arms: null }, '"arms" is nothing; expected'],
    ['wrong-type', { arms: Number.NaN }, '"arms" is NaN; expected'],
    ['wrong-type', { arms: Number.POSITIVE_INFINITY }, '"arms" is Infinity; expected'],
    ['wrong-type', { arms: [5] }, '"arms" is a list; expected'],
    ['wrong-type', { arms: true }, '"arms" is true; expected'],
    ['wrong-type', { moves: 1 }, '"moves" is 1; expected true or false.'],
    ['wrong-type', { moves: 'constructor' }, '"moves" is "constructor"; expected true or false.'],
    [
      'wrong-type',
      { dataset: 3 },
      '"dataset" is 3; expected one of "spirals", "two-moons", "own".',
    ],
    [
      'unknown-choice',
      { dataset: 'two-moon' },
      '"dataset" is "two-moon"; expected one of "spirals", "two-moons", "own". Did you mean "two-moons"?',
    ],
    ['not-settings', [1], 'The settings are a list; expected an object'],
    ['not-settings', 'arms=3', 'The settings are "arms=3"; expected an object'],
  ])('reports %s in %j and uses the default', (kind, input, message) => {
    const { values, problems } = validateSettings(exampleTable, input);
    expect(values).toEqual(DEFAULTS);
    expect(problems).toHaveLength(1);
    expect(problems[0].kind).toBe(kind);
    expect(problems[0].message).toContain(message);
  });

  it('has one zero, so that a link made of a value says the same', () => {
    const { spread } = exampleTable.settings;
    const table: SettingsTable = { ...exampleTable, settings: { spread: { ...spread, min: 0 } } };
    for (const zero of [-0, '-0', '-0.', '-0e5']) {
      expect(checkSetting(table, 'spread', zero)).toEqual({ ok: true, value: 0 });
    }
  });

  it('keeps what is good beside what is bad', () => {
    const { values, problems } = validateSettings(exampleTable, { arms: 99, spread: 0.5, x: 1 });
    expect(values).toEqual({ ...DEFAULTS, spread: 0.5 });
    expect(problems.map(({ setting }) => setting)).toEqual(['arms', 'x']);
  });

  it.each([0.05, 0.1, 0.15, 0.3, 0.7, 0.75, 1])(
    'takes %d, counted from zero or the end',
    (spread) => {
      expect(validateSettings(exampleTable, { spread }).problems).toEqual([]);
    },
  );

  it('takes any number in range on a log scale', () => {
    expect(validateSettings(exampleTable, { learningRate: 0.00123 }).problems).toEqual([]);
  });

  it('never throws, and its values always pass', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.dictionary(fc.constantFrom(...Object.keys(DEFAULTS)), fc.anything()),
        (any, named) => {
          for (const input of [any, named]) {
            const { values } = validateSettings(exampleTable, input);
            expect(validateSettings(exampleTable, values)).toEqual({ values, problems: [] });
          }
        },
      ),
    );
  });
});

describe('the nearest valid value', () => {
  it.each([
    ['within the range', 'learningRate', 0.00123, 0.00123],
    ['below it', 'learningRate', 1e-7, 1e-5],
    ['above it', 'learningRate', 3, 1],
    ['between whole numbers', 'arms', 4.4, 4],
    ['between steps', 'spread', 0.33, 0.35],
    ['beyond the last step', 'spread', 0.999, 0.95],
  ] as const)('%s', (_where, name, value, nearest) => {
    expect(nearestValid(exampleTable.settings[name], value)).toBe(nearest);
    expect(checkSetting(exampleTable, name, nearest)).toEqual({ ok: true, value: nearest });
  });
});

describe('values and presets', () => {
  it('tells what was changed', () => {
    expect(changedValues(exampleTable, { ...DEFAULTS, arms: 3, moves: false })).toEqual({
      arms: 3,
      moves: false,
    });
    expect(changedValues(exampleTable, defaultValues(exampleTable))).toEqual({});
  });

  it('lays a preset over the defaults', () => {
    expect(applyPreset(exampleTable, 'thesis')).toEqual({
      ok: true,
      values: { ...DEFAULTS, arms: 7, moves: false },
    });
  });

  it('names a preset that does not exist', () => {
    expect(applyPreset(exampleTable, 'thesys')).toEqual({
      ok: false,
      message: 'There is no preset "thesys". Did you mean "thesis"?',
    });
  });
});

describe('nearestName', () => {
  it.each([
    ['cluster', 'clusters'],
    ['hiddenunit', 'hiddenUnits'],
    ['K', null],
    ['something', null],
  ])('%s: %s', (name, nearest) => {
    expect(nearestName(name, ['clusters', 'hiddenUnits', 'learningRate'])).toBe(nearest);
  });
});

describe('tableFaults', () => {
  it('finds none in a good table', () => {
    expect(tableFaults(exampleTable)).toEqual([]);
  });

  it('finds what is wrong', () => {
    const { arms, dataset } = exampleTable.settings;
    const bad: SettingsTable = {
      settings: {
        arms: { ...arms, default: 11, shownWhen: { setting: 'dataset', is: ['spiral'] } },
        seed: { ...arms, shownWhen: { setting: 'data', is: ['x'] } },
        'two words': arms,
        dataset: { ...dataset, options: [...dataset.options, { value: 'own', label: 'Again' }] },
      },
      presets: [
        { id: 'a', label: 'A', comment: '', values: { arms: 3 } },
        { id: 'a', label: 'A', comment: '', values: { arms: 30 } },
      ],
    };
    expect(tableFaults(bad).join('\n')).toBe(
      [
        'Default: "arms" is 11; expected a whole number from 2 to 10.',
        'Condition of "arms": "dataset" is "spiral"; expected one of "spirals", "two-moons", "own", "own". Did you mean "spirals"?',
        '"seed" has a meaning of its own in links.',
        'Condition of "seed": There is no setting "data". There are "arms", "seed", "two words", "dataset".',
        '"two words" is no name for a link.',
        '"dataset" has an option twice.',
        'The first preset is the default, but sets "arms" to 3.',
        'Two presets have the same id.',
        'Preset "a": "arms" is 30; expected a whole number from 2 to 10.',
      ].join('\n'),
    );
  });
});
