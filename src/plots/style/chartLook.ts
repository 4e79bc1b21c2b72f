import type { ElboPart } from '../chart/elboSeries.ts';
import type { Stroke } from '../pen/pen.ts';
import type { Theme } from './theme.ts';

/** Space for ticks on the left and for the names of the lines on the right, pixels. */
export const CHART_MARGIN = { left: 44, right: 128, top: 22, bottom: 32 } as const;

/** Lines of the chart. Not the clusters' colours, so that a line is not mistaken for a cluster. */
export const LINE_LOOK: Readonly<Record<Theme, Readonly<Record<ElboPart, Stroke>>>> = {
  light: {
    total: { colour: '#1f1d1a', width: 2 },
    reconstruction: { colour: '#2f6f8f', width: 1.25, opacity: 0.9 },
    localKl: { colour: '#8a5a2b', width: 1.25, opacity: 0.9 },
    globalKl: { colour: '#6d5a94', width: 1.25, opacity: 0.9 },
  },
  dark: {
    total: { colour: '#e8e5de', width: 2 },
    reconstruction: { colour: '#7fbbd6', width: 1.25, opacity: 0.9 },
    localKl: { colour: '#d9a878', width: 1.25, opacity: 0.9 },
    globalKl: { colour: '#b9a7de', width: 1.25, opacity: 0.9 },
  },
};
