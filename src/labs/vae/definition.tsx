import { lazy, Suspense } from 'react';
import type { LabDefinition, LabParts } from '../labDefinition.ts';

const Picture = lazy(() => import('./Miniature.tsx'));

/** Asked for once: whoever asks again, a page that is drawn anew for one, gets the same answer. */
let loaded: Promise<LabParts> | null = null;

export const vaeLab: LabDefinition = {
  id: 'vae',
  title: 'VAE',
  summary:
    'Two forces at work: one wants every picture back, the other wants every latent to look like noise. Set β between them while it trains, walk the latent plane, and see a dimension collapse.',
  Miniature: ({ theme }) => (
    <Suspense fallback={<div style={{ aspectRatio: 1 }} />}>
      <Picture theme={theme} />
    </Suspense>
  ),
  load: () => {
    loaded ??= import('./parts.tsx').then(({ parts }) => parts);
    return loaded;
  },
};
