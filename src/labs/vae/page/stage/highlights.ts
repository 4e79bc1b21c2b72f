/** What a formula points at, as the stage shows it: which panels light up, and what they draw. */
import type { Highlight } from '../../texts/highlights.ts';
import type { StageLayers } from './layers.ts';

/** The panels that a formula can light up, with what in it does; the bound knows its own. */
export const LIT_BY = {
  observations: ['observations', 'reconstructions', 'decoder'],
  'latent-space': ['latents', 'prior', 'posteriors', 'decoder'],
  forces: ['reconstruction', 'kl', 'beta'],
} as const satisfies Readonly<Record<string, readonly Highlight[]>>;

/** The layers with what is pointed at in view, and alone where something else would hide it. */
export function highlightedLayers(layers: StageLayers, highlight: string | null): StageLayers {
  switch (highlight) {
    case 'observations':
      return { ...layers, observations: true, reconstructions: false, links: false };
    case 'reconstructions':
      return { ...layers, observations: false, reconstructions: true, links: false };
    case 'decoder':
      return { ...layers, grid: true };
    case 'prior':
      return { ...layers, prior: true, posteriors: false };
    case 'posteriors':
      return { ...layers, posteriors: true };
    default:
      return layers;
  }
}
