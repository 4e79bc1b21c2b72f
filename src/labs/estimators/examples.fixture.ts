import type { LabExamples } from '../examples.fixture.ts';
import { roundHeight } from '../miniature.fixture.ts';
import type { EstimatorsEdit } from './edits.ts';
import type { EstimatorsQuery, EstimatorsSnapshot } from './snapshot.ts';

export const examples: LabExamples = {
  small: { f: 'own', draws: '1000' },
  otherShape: { part: 'race' },
  edits: [{ kind: 'setFormula', text: '-5 - x^2' }] satisfies EstimatorsEdit[],
  harmless: ({ formula }: EstimatorsSnapshot): EstimatorsEdit[] => [
    { kind: 'setFormula', text: formula },
  ],
  queries: [{ kind: 'landscape', cells: 11 }] satisfies EstimatorsQuery[],
  shipped: {},
  timed: [
    ...['10000', '100000'].map((draws) => ({
      name: `q with ${Number(draws).toLocaleString('en-US')} draws`,
      settings: { draws },
      what: { drag: 'Mean of q' },
    })),
    {
      name: 'new draws, 100,000',
      settings: { draws: '100000' },
      what: 'step',
      bars: [50, 33],
    },
    { name: 'step of the race', settings: { part: 'race', f: 'elbo' }, what: 'step' },
  ],
  miniature: {
    preset: 'quadratic',
    steps: 0,
    of(snapshot: EstimatorsSnapshot) {
      if (snapshot.part !== 'draws') throw new Error('The picture is of draws.');
      const { curve, estimates } = snapshot;
      return {
        density: Array.from(curve.density, roundHeight).filter((_, i) => i % 4 === 0),
        histograms: ['score', 'leaveOneOut', 'pathwise'].map((wanted) => {
          const found = estimates.find(({ id }) => id === wanted);
          return Array.from(found?.bins ?? [], roundHeight);
        }),
      };
    },
  },
};
