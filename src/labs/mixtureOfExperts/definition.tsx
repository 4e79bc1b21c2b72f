import type { LabDefinition, LabParts } from '../labDefinition.ts';

/** Asked for once: whoever asks again, a page that is drawn anew for one, gets the same answer. */
let loaded: Promise<LabParts> | null = null;

export const mixtureOfExpertsLab: LabDefinition = {
  id: 'mixture-of-experts',
  title: 'Mixture of experts',
  summary:
    'Generalised EM fits a curve that no single line follows: experts with a line each, and a gate that says whom to ask where.',
  load: () => {
    loaded ??= import('./parts.tsx').then(({ parts }) => parts);
    return loaded;
  },
};
