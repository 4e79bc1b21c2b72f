import type { Stroke } from '../pen/pen.ts';
import type { Theme } from './theme.ts';

/** Space for ticks on the left and for the names of the lines on the right, pixels. */
export const CHART_MARGIN = { left: 44, right: 128, top: 22, bottom: 32 } as const;

/** Not the clusters' colours, so that a line is not mistaken for a cluster. */
const COLOURS: Readonly<
  Record<Theme, { readonly total: string; readonly parts: readonly string[] }>
> = {
  light: { total: '#1f1d1a', parts: ['#2f6f8f', '#8a5a2b', '#6d5a94'] },
  dark: { total: '#e8e5de', parts: ['#7fbbd6', '#d9a878', '#b9a7de'] },
};

/** Strokes of an objective and of its parts, by their place among them. */
export function chartStyle(theme: Theme) {
  const { total, parts } = COLOURS[theme];
  return {
    total: { colour: total, width: 2 },
    part: (index: number): Stroke => ({
      colour: parts[index % parts.length],
      width: 1.25,
      opacity: 0.9,
    }),
  };
}
