import { describe, expect, it } from 'vitest';
import { defineSettings } from '../../settings/settingsTable.ts';
import { visibleGroups } from './settingsView.ts';

const table = defineSettings({
  settings: {
    rate: {
      kind: 'number',
      label: 'Learning rate',
      help: '',
      group: 'Training',
      basic: true,
      takesEffect: 'live',
      min: 0,
      max: 1,
      step: 0.1,
      scale: 'linear',
      default: 0.1,
    },
    data: {
      kind: 'choice',
      label: 'Data',
      help: '',
      group: 'Data',
      basic: true,
      options: [
        { value: 'spiral', label: 'Spiral' },
        { value: 'own', label: 'Own points' },
      ],
      default: 'spiral',
    },
    arms: {
      kind: 'number',
      label: 'Arms',
      help: '',
      group: 'Data',
      shownWhen: { setting: 'data', is: ['spiral'] },
      min: 1,
      max: 9,
      step: 1,
      scale: 'linear',
      integer: true,
      default: 5,
    },
  },
  presets: [{ id: 'default', label: 'Default', comment: '', values: {} }],
});
const defaults = { rate: 0.1, data: 'spiral', arms: 5 };

describe('visible groups', () => {
  const names = (values: typeof defaults, hidden: string[] = []) =>
    visibleGroups(table, values, new Set(hidden)).map(({ group, basic, more }) => [
      group,
      basic.map(({ name }) => name),
      more.map(({ name }) => name),
    ]);

  it('come in the order Data, Model, Training, without the empty ones', () => {
    expect(names(defaults)).toEqual([
      ['Data', ['data'], ['arms']],
      ['Training', ['rate'], []],
    ]);
  });

  it('leave out what does not apply and what a teacher has hidden', () => {
    expect(names({ ...defaults, data: 'own' })[0]).toEqual(['Data', ['data'], []]);
    expect(names(defaults, ['rate'])).toEqual([['Data', ['data'], ['arms']]]);
  });
});
