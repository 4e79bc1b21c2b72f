/** How own data are scaled for a model: settings of every lab that takes some. */
import type { OwnForm } from '../../../datasets/ownData.ts';
import { logarithmic } from '../../../settings/ranges.ts';
import type { SettingsShape, SettingsTable } from '../../../settings/settingsTable.ts';

/** @param setting the choice of data in the lab's table, with "own" among its values */
export const standardiseSetting = <Name extends string>(setting: Name) =>
  ({
    kind: 'switch',
    label: 'Standardise columns',
    help: 'Gives every column of own data the same spread before the model sees it. Without it a column of small numbers has little effect next to one of large numbers. All numbers on the page stay in the units of the data.',
    group: 'Data',
    basic: true,
    shownWhen: { setting, is: ['own'] },
    default: false,
  }) as const satisfies SettingsShape[string];

/** Of the setting `signal`. */
export const OWN_SERIES = {
  value: 'own',
  label: 'Own series',
  help: 'Rows of a CSV file, in the order of time. An empty row or cell is a gap.',
} as const;

/** Of own series. */
export const reachSetting = {
  ...logarithmic(0.05, 5, 0.005),
  label: 'Reach beyond the training values',
  help: 'How far predictions can go beyond the values trained on, below and above, as a fraction of their range. The decoder ends in a sigmoid and cannot leave that range.',
  group: 'Data',
  basic: true,
  shownWhen: { setting: 'signal', is: ['own'] },
  default: 0.125,
} as const satisfies SettingsShape[string];

/** How a lab takes own data: the choice of data in its table, which has "own" among its values. */
export interface OwnDataPlace {
  readonly setting: 'dataset' | 'signal' | 'corpus';
  readonly form: OwnForm;
}

/** Of the lab with this table; null where it takes none. */
export function ownDataPlace({ settings }: SettingsTable): OwnDataPlace | null {
  const takesOwn = (name: string) => {
    const choice = settings[name];
    return choice?.kind === 'choice' && choice.options.some(({ value }) => value === 'own');
  };
  if (takesOwn('signal')) return { setting: 'signal', form: 'series' };
  if (takesOwn('corpus')) return { setting: 'corpus', form: 'texts' };
  return takesOwn('dataset') ? { setting: 'dataset', form: 'points' } : null;
}
