/** The panels that a formula can light up, with what in it does; the bound knows its own. */
import type { Highlight } from '../../texts/highlights.ts';

export const LIT_BY = {
  observations: ['observations', 'input-end'],
  prediction: ['prediction', 'input-end'],
  latents: ['latents'],
  transition: ['transition'],
  eigenvalues: ['eigenvalues'],
} as const satisfies Readonly<Record<string, readonly Highlight[]>>;
