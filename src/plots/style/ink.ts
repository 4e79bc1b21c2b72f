import { color } from 'd3';
import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';
import type { Theme } from './theme.ts';

/** Colours that canvas layers need and style sheets can not give them. */
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

const INKS: Readonly<Record<Theme, Ink>> = {
  light: {
    surface: '#ffffff',
    text: '#1d2125',
    muted: '#667079',
    observation: '#8c949c',
    link: '#9aa3ab',
    gridRow: '#5b7fa6',
    gridColumn: '#a6785b',
    accent: '#0b66c3',
  },
  dark: {
    surface: '#1b1d20',
    text: '#e8eaed',
    muted: '#9aa3ab',
    observation: '#7d868f',
    link: '#5d666f',
    gridRow: '#6f9bcb',
    gridColumn: '#c99a78',
    accent: '#6cb4ff',
  },
};

const VARIABLES: Partial<Record<keyof Ink, string>> = {
  surface: '--plot-surface',
  text: '--text',
  muted: '--plot-axis',
  accent: '--accent',
};

/** Reads the page's custom properties where it defines them as plain colours. */
function readInk(element: Element, theme: Theme): Ink {
  const style = getComputedStyle(element);
  const ink: Record<keyof Ink, string> = { ...INKS[theme] };
  for (const key of Object.keys(VARIABLES) as (keyof Ink)[]) {
    const value = color(style.getPropertyValue(VARIABLES[key] ?? '').trim());
    if (value !== null) ink[key] = value.formatRgb();
  }
  return ink;
}

/** The inks of `theme` as the page defines them around `host`; read again when the theme changes. */
export function useInk(host: RefObject<Element | null>, theme: Theme): Ink {
  const [ink, setInk] = useState(INKS[theme]);
  useLayoutEffect(() => {
    const read = (): void => {
      if (host.current !== null) setInk(readInk(host.current, theme));
    };
    read();
    // The page may put the theme on its root element only after this component was drawn.
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] });
    return () => observer.disconnect();
  }, [host, theme]);
  return ink;
}
