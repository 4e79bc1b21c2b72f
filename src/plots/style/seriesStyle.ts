import { colour } from './palette.ts';
import type { Theme } from './theme.ts';

/** Dash patterns of lines; their number shares no divisor with the ten colours. */
const DASHES: readonly (string | undefined)[] = [undefined, '7 3', '2 3'];

/** How a line is told from others: by colour, dashes and the number at its end. */
export interface SeriesStyle {
  readonly colour: string;
  readonly dashes: string | undefined;
}

/** The look of the series with this index; 30 of them before they repeat. */
export const seriesStyle = (index: number, theme: Theme): SeriesStyle => ({
  colour: colour(index, theme),
  dashes: DASHES[Math.floor(index / 10) % DASHES.length],
});
