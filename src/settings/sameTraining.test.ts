import { describe, expect, it } from 'vitest';
import { trainAlike } from './sameTraining.ts';
import { defineSettings } from './settingsTable.ts';

const number = { kind: 'number', help: '', min: 0, max: 1000, step: 1, scale: 'linear' } as const;
const training = { ...number, group: 'Training', takesEffect: 'live' } as const;
const table = defineSettings({
  settings: {
    rate: { ...training, label: 'Rate', default: 1 },
    speed: { ...training, label: 'Speed', default: 1, countsFrom: 'changesAt' },
    changesAt: { ...training, label: 'From step', default: 0, countsFrom: 'changesAt' },
    samples: { ...training, group: 'Pictures', label: 'Samples', default: 50 },
  },
  presets: [{ id: 'first', label: 'First', comment: '', values: {} }],
});
const values = (change: object) => ({ rate: 1, speed: 1, changesAt: 0, samples: 50, ...change });

describe('training alike', () => {
  it('is a matter of settings that train, from the step on from which they do', () => {
    const alike = (change: object) => trainAlike(table, values({}), values(change), 200);
    expect(alike({ samples: 10 })).toBe(true);
    expect(alike({ rate: 2 })).toBe(false);
    expect(alike({ speed: 2 })).toBe(false);
    expect(alike({ speed: 2, changesAt: 200 })).toBe(true);
    expect(alike({ speed: 2, changesAt: 199 })).toBe(false);
  });
});
