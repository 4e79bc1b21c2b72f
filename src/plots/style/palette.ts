import { hexOf, labOf } from './cielab.ts';
import { symbolOf } from './symbols.ts';
import type { Theme } from './theme.ts';

/**
 * Ten hues after Okabe and Ito, moved in lightness and hue until every pair differs by
 * at least 15 (CIE 1976 Delta E) also under simulated deuteranopia and protanopia, and
 * each stands out from its background by at least 3 : 1.
 */
const BASE: Readonly<Record<Theme, readonly string[]>> = {
  light: [
    '#1d8ff2',
    '#c4461a',
    '#299460',
    '#d9459f',
    '#c38906',
    '#673dab',
    '#4e9dc4',
    '#900444',
    '#859d4e',
    '#05706d',
  ],
  dark: [
    '#3b84da',
    '#e0722a',
    '#3fd699',
    '#f482b4',
    '#eac83d',
    '#b3a6ff',
    '#a2deff',
    '#de3f74',
    '#98ba5a',
    '#119182',
  ],
};

/** Lightness and hue of later rounds through the base; the mark changes too (see symbols.ts). */
const ROUNDS: readonly { readonly lightness: number; readonly hue: number }[] = [
  { lightness: 0, hue: 0 },
  { lightness: -14, hue: 18 },
  { lightness: 12, hue: -18 },
  { lightness: -7, hue: 36 },
  { lightness: 6, hue: -36 },
];

/** Lightness that keeps 3 : 1 against the plot's background. */
const LIGHTNESS: Readonly<Record<Theme, readonly [number, number]>> = {
  light: [18, 58],
  dark: [52, 92],
};

function buildColours(theme: Theme): string[] {
  const [darkest, lightest] = LIGHTNESS[theme];
  return ROUNDS.flatMap(({ lightness, hue }, round) =>
    BASE[theme].map((hex) => {
      if (round === 0) return hex;
      const [l, a, b] = labOf(hex);
      const [cos, sin] = [Math.cos, Math.sin].map((of) => of((hue * Math.PI) / 180));
      return hexOf([
        Math.min(lightest, Math.max(darkest, l + lightness)),
        cos * a - sin * b,
        sin * a + cos * b,
      ]);
    }),
  );
}

const COLOURS: Readonly<Record<Theme, readonly string[]>> = {
  light: buildColours('light'),
  dark: buildColours('dark'),
};

/** Grey that keeps 3 : 1 against the plot's background, for points of no known class. */
const NEUTRAL: Readonly<Record<Theme, string>> = { light: '#868e96', dark: '#7d868f' };

/**
 * The colour of a cluster, stable by its id; 50 of them before they repeat. Grey for a negative id:
 * a point of no known class.
 */
export const colour = (cluster: number, theme: Theme): string =>
  cluster < 0 ? NEUTRAL[theme] : COLOURS[theme][cluster % COLOURS[theme].length];

/** The mark of a cluster: index into SYMBOLS, stable by its id. */
export const symbol = symbolOf;
