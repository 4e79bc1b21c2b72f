/** What training raises, also while its settings are being dragged. */
import { useDocument } from '../../../store/context.ts';
import { settingsOf } from '../../lab.ts';
import { vae } from '../lab.ts';
import { betaOf, isImportanceWeighted } from '../objective.ts';

/** The weight of the KL. */
export const useBeta = (): number => useDocument((document) => betaOf(settingsOf(vae, document)));

/** How many draws the importance-weighted bound takes; null for the ELBO. */
export const useImportanceSamples = (): number | null =>
  useDocument((document) => {
    const settings = settingsOf(vae, document);
    return isImportanceWeighted(settings) ? settings.importanceSamples : null;
  });
