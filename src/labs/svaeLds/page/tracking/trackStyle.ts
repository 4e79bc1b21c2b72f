import { colour } from '../../../../plots/style/palette.ts';
import type { Theme } from '../../../../plots/style/theme.ts';
import type { Estimate } from './tracks.ts';

/** How a kind of estimate is drawn. */
export interface TrackStyle {
  readonly colour: string;
  readonly dashes: string | undefined;
  readonly width: number;
}

const LOOKS: Readonly<
  Record<Estimate | 'sample', { hue: number; dashes: string | undefined; width: number }>
> = {
  predicted: { hue: 1, dashes: '4 3', width: 1.5 },
  filtered: { hue: 0, dashes: undefined, width: 1.75 },
  smoothed: { hue: 2, dashes: undefined, width: 2.75 },
  sample: { hue: 5, dashes: '1 3', width: 2 },
};

export const trackStyle = (kind: Estimate | 'sample', theme: Theme): TrackStyle => {
  const { hue, dashes, width } = LOOKS[kind];
  return { colour: colour(hue, theme), dashes, width };
};
