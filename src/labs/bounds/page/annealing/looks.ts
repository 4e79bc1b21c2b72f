/** How both directions and both kinds of transitions are told apart. */
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import type { Theme } from '../../../../plots/style/theme.ts';
import type { Look } from '../../../shared/stage/Swatch.tsx';
import type { AnnealingSeries } from '../../annealingView.ts';

const LOOKS = {
  forward: { of: 'forward', mark: 0 },
  metropolis: { of: 'alpha', mark: 2 },
  reverse: { of: 'reverse', mark: 4 },
} as const;

export const SERIES = ['reverse', 'forward', 'metropolis'] as const;

export const NAMES: Readonly<Record<AnnealingSeries, string>> = {
  forward: 'Lower bound',
  metropolis: 'Lower bound, Metropolis moves',
  reverse: 'Upper bound, in reverse',
};

export function seriesLook(series: AnnealingSeries, theme: Theme): Look & { mark: number } {
  const { of, mark } = LOOKS[series];
  return { ...comparedLook(of, theme), mark };
}
