/** What a formula points at, as the stage shows it: which panels light up, and what they draw. */
import type { ElboPart } from '../../../plots/elboSeries.ts';
import type { Highlight } from '../explanationHighlights.ts';
import type { StageLayers } from './layers.ts';
import type { StagePart } from './StagePanel.tsx';

const PANELS: Readonly<Record<Highlight, readonly StagePart[]>> = {
  observations: ['data-space'],
  reconstructions: ['data-space'],
  latents: ['latent-space'],
  assignments: ['data-space', 'latent-space'],
  clusters: ['latent-space'],
  weights: ['weights'],
  grid: ['data-space', 'latent-space'],
  elbo: ['bound'],
  'elbo-reconstruction': ['bound'],
  'elbo-localKl': ['bound'],
  'elbo-globalKl': ['bound'],
};

const isKnown = (highlight: string | null): highlight is Highlight =>
  highlight !== null && Object.hasOwn(PANELS, highlight);

export function lightsUp(part: StagePart, highlight: string | null): boolean {
  return isKnown(highlight) && PANELS[highlight].includes(part);
}

/** The layers with what is pointed at in view, and alone where something else would hide it. */
export function highlightedLayers(layers: StageLayers, highlight: string | null): StageLayers {
  switch (highlight) {
    case 'observations':
      return { ...layers, observations: true, reconstructions: false, links: false };
    case 'reconstructions':
      return { ...layers, observations: false, reconstructions: true, links: false };
    case 'grid':
      return { ...layers, grid: true };
    default:
      return layers;
  }
}

const ONE_PART: Readonly<Record<string, readonly ElboPart[]>> = {
  elbo: [],
  'elbo-reconstruction': ['reconstruction'],
  'elbo-localKl': ['localKl'],
  'elbo-globalKl': ['globalKl'],
};

/** The parts of the bound drawn beside the total; undefined for all of them. */
export function highlightedParts(highlight: string | null): readonly ElboPart[] | undefined {
  return highlight === null ? undefined : ONE_PART[highlight];
}
