import { colour } from '../../../../plots/style/palette.ts';
import type { Theme } from '../../../../plots/style/theme.ts';
import type { Look } from '../../../shared/stage/Swatch.tsx';
import type { FilterRun } from '../../filterView.ts';

type Resampling = FilterRun['resampling'];

/** Ways of resampling, as charts and tables write them. */
export const NAMES: Readonly<Record<Resampling, string>> = {
  always: 'At every step',
  'when-few': 'When fewer than N/2 count',
  never: 'Never',
};

const HUES: Readonly<Record<Resampling, number>> = { always: 0, 'when-few': 3, never: 1 };
const MARKS: Readonly<Record<Resampling, number>> = { always: 0, 'when-few': 2, never: 4 };

export const wayLook = (way: Resampling, theme: Theme): Look & { mark: number } => ({
  colour: colour(HUES[way], theme),
  mark: MARKS[way],
});
