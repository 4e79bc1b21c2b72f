/** How the lines of importance-weighted bounds are told apart, in all pictures alike. */
import { comparedLook } from './divergenceLook.ts';
import { colour } from './palette.ts';
import type { Theme } from './theme.ts';

export type BoundLine = 'posterior' | 'evidence' | 'q' | 'elbo' | 'implicit' | 'bound' | 'limit';

interface LineLook {
  readonly colour: string;
  readonly dashes: string | undefined;
}

/** Colour and mark of each gradient by their numbers, and dashes. */
const GRADIENTS = {
  encoder: { hue: 1, mark: 0, dashes: undefined },
  dreg: { hue: 3, mark: 3, dashes: '5 3' },
  decoder: { hue: 4, mark: 1, dashes: '9 4' },
} as const;

export function gradientLook(name: keyof typeof GRADIENTS, theme: Theme) {
  const { hue, mark, dashes } = GRADIENTS[name];
  return { colour: colour(hue, theme), dashes, mark };
}

export function boundLook(line: BoundLine, theme: Theme): LineLook {
  switch (line) {
    case 'posterior':
    case 'evidence':
      return { colour: comparedLook('p', theme).colour, dashes: undefined };
    case 'q':
    case 'elbo':
      return { colour: comparedLook('alpha', theme).colour, dashes: '9 4' };
    case 'limit':
      return { colour: comparedLook('reverse', theme).colour, dashes: '2 4' };
    default:
      return { colour: colour(0, theme), dashes: undefined };
  }
}
