/** How p and what approximates it are told apart, in all pictures alike. */
import type { Theme } from './theme.ts';

/** p itself, and q by the divergence that it is fitted by. */
export type Compared = 'p' | 'forward' | 'reverse' | 'alpha';

const COLOURS: Readonly<Record<Theme, Readonly<Record<Compared, string>>>> = {
  light: { p: '#1f1d1a', forward: '#1f6fd0', reverse: '#b8400f', alpha: '#673dab' },
  dark: { p: '#e8e5de', forward: '#7db4ff', reverse: '#f2915a', alpha: '#b9a7ff' },
};

/** Dashes besides colours: nothing is told by colour alone. */
const DASHES: Readonly<Record<Compared, string | undefined>> = {
  p: undefined,
  forward: undefined,
  reverse: '9 4',
  alpha: '9 3 2 3',
};

export const comparedLook = (what: Compared, theme: Theme) => ({
  colour: COLOURS[theme][what],
  dashes: DASHES[what],
});
