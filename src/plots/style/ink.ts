import type { Theme } from './theme.ts';

/** Colours of what canvases paint, which style sheets cannot reach. */
export interface Ink {
  readonly surface: string;
  readonly text: string;
  readonly muted: string;
  readonly observation: string;
  readonly link: string;
  readonly gridRow: string;
  readonly gridColumn: string;
  readonly accent: string;
}

/** Surface, text, muted and accent are the page's tokens of the same theme (ink.test.ts compares). */
export const INKS: Readonly<Record<Theme, Ink>> = {
  light: {
    surface: '#ffffff',
    text: '#1f1d1a',
    muted: '#6b665c',
    observation: '#8c949c',
    link: '#9aa3ab',
    gridRow: '#5b7fa6',
    gridColumn: '#a6785b',
    accent: '#24508f',
  },
  dark: {
    surface: '#1b1d20',
    text: '#e8e5de',
    muted: '#96938b',
    observation: '#7d868f',
    link: '#5d666f',
    gridRow: '#6f9bcb',
    gridColumn: '#c99a78',
    accent: '#96b8f0',
  },
};
