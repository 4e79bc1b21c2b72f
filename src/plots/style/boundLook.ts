/** How the lines of importance-weighted bounds are told apart, in all pictures alike. */
import { comparedLook } from './divergenceLook.ts';
import { colour } from './palette.ts';
import type { Theme } from './theme.ts';

export type BoundLine = 'posterior' | 'evidence' | 'q' | 'elbo' | 'implicit' | 'bound' | 'limit';

export interface LineLook {
  readonly colour: string;
  readonly dashes: string | undefined;
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
