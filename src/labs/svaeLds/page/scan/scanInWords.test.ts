import { expect, it } from 'vitest';
import { scanInWords } from './scanInWords.ts';

const scan = {
  factors: [0.8, 1, 1.2],
  periods: [24, 26, 28, 20, 26, 35],
  motion: [0.9, 1, 1, 0.1, 1, 0.6],
  grows: [0, 0, 0, 0, 0, 0],
  dimension: 2,
};
const unknown = { ...scan, motion: scan.motion.map(() => Number.NaN) };

it('counts periods only while the motion lives', () => {
  expect(scanInWords(scan)).toBe(
    'Column 2 changes the period most: by 9.0 steps while more than half of the motion is left. Scaling a column also damps the motion (○) or makes the system grow (✕), so it does not set the frequency alone.',
  );
});

it('says nothing of the motion where it is not known', () => {
  expect(scanInWords(unknown)).toBe(
    'Column 2 changes the period most: by 15.0 steps while the system stays stable.',
  );
  const growing = scanInWords({ ...unknown, grows: [0, 0, 0, 0, 0, 1] });
  expect(growing).toContain('by 6.0 steps while the system stays stable. ');
  expect(growing).toContain(
    'also makes the system grow (✕), so it does not set the frequency alone.',
  );
  expect(scanInWords({ ...unknown, periods: scan.periods.map(() => 26) })).toBe(
    'No column changes the period while the system stays stable.',
  );
});
