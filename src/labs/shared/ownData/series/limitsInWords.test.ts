import { expect, it } from 'vitest';
import type { OwnData } from '../../../../datasets/ownData.ts';
import { ownSeries } from '../../../../datasets/ownSeries.ts';
import { settingsFor } from '../../settings/scalingSettings.ts';
import { limitsInWords } from './limitsInWords.ts';

/** Rises by one a step from 100 on: the last fifth lies beyond what is trained on. */
const rising: OwnData = {
  name: 'rising.csv',
  rows: 100,
  columns: ['passengers'],
  values: Float64Array.from({ length: 100 }, (_, row) => 100 + row),
  labels: null,
};
const words = (own: OwnData, reach: number) =>
  limitsInWords(own, ownSeries(own, { windowSteps: 10, standardise: false, reach }).units);

it('says that the end lies outside of what was trained on, and how far predictions go', () => {
  const { reach } = settingsFor(rising, 'series');
  // The end of a straight line, and a margin.
  expect(reach).toBe(0.375);
  const text = words(rising, Number(reach));
  expect(text).toContain('“passengers” to 199, trained up to 179');
  expect(text).toContain('predictions can reach it');
  expect(text).toContain('between 70 and 209 (“passengers”)');
  expect(words(rising, 0.125)).toContain('cannot reach that');
});

it('says the limits alone of a series that stays where it was', () => {
  const values = rising.values.map((_, row) => row % 10);
  const steady = { ...rising, values };
  expect(settingsFor(steady, 'series')).toEqual({ standardise: false, reach: 0.375 });
  expect(words(steady, 0.125)).toBe('Predictions can lie between −1.1 and 10.1 (“passengers”).');
});
