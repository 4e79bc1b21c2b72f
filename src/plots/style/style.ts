import { INKS, type Ink } from './ink.ts';
import { colour } from './palette.ts';
import { type Theme, useTheme } from './theme.ts';

/** What layers draw with, in one theme. */
export interface PlotStyle {
  readonly theme: Theme;
  readonly ink: Ink;
  /** The colour of a cluster, see palette.ts. */
  readonly colour: (cluster: number) => string;
}

const styleOf = (theme: Theme): PlotStyle => ({
  theme,
  ink: INKS[theme],
  colour: (cluster) => colour(cluster, theme),
});

const STYLES: Readonly<Record<Theme, PlotStyle>> = {
  light: styleOf('light'),
  dark: styleOf('dark'),
};

/** The style of the page's theme, the same object as long as the theme is. */
export const usePlotStyle = (): PlotStyle => STYLES[useTheme()];
