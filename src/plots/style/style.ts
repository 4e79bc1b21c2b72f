import { INKS, type Ink } from './ink.ts';
import { colour } from './palette.ts';
import { type Theme, useTheme } from './theme.ts';

/** What layers draw with: the theme, and how much room there is. */
export interface PlotStyle {
  readonly theme: Theme;
  readonly ink: Ink;
  /** The colour of a cluster, see palette.ts. */
  readonly colour: (cluster: number) => string;
  /** Marks are this much smaller than in a plot that has the stage to itself. */
  readonly markSize: number;
}

/** Where several plots share little room, outlines are to be seen between the marks. */
const SMALL_MARKS = 0.72;

export const styleOf = (theme: Theme, markSize = 1): PlotStyle => ({
  theme,
  ink: INKS[theme],
  colour: (cluster) => colour(cluster, theme),
  markSize,
});

const ROOMY = { light: styleOf('light'), dark: styleOf('dark') };
const SMALL = { light: styleOf('light', SMALL_MARKS), dark: styleOf('dark', SMALL_MARKS) };

/** The style of the page's theme, the same object as long as the theme is. */
export const usePlotStyle = (isSmall = false): PlotStyle => (isSmall ? SMALL : ROOMY)[useTheme()];
