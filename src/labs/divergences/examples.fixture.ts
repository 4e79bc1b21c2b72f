import type { LabExamples } from '../examples.fixture.ts';
import { round, roundHeight } from '../miniature.fixture.ts';
import type { DivergencesEdit } from './edits.ts';
import type { DivergencesQuery, DivergencesSnapshot } from './snapshot.ts';
import { TARGETS } from './targets.ts';

export const examples: LabExamples = {
  small: {},
  otherShape: { gaussians: 2 },
  edits: [
    { kind: 'placeFit', components: [{ weight: 1, mean: 4, sd: 0.3 }] },
  ] satisfies DivergencesEdit[],
  harmless: (): DivergencesEdit[] => [
    { kind: 'reshape', target: 'two', components: [...TARGETS.two.components] },
  ],
  queries: [{ kind: 'landscape', direction: 'reverse', cells: 21 }] satisfies DivergencesQuery[],
  shipped: {},
  mayBeInfinite: true,
  timed: [
    { name: 'a peak of p', settings: {}, what: { drag: 'Peak 2 of p' } },
    { name: 'q', settings: {}, what: { drag: 'q of KL(p‖q)' } },
    {
      name: 'q with two Gaussians',
      settings: { gaussians: 2 },
      what: { drag: 'q of KL(p‖q), peak 1' },
    },
  ],
  miniature: {
    preset: 'unequal',
    steps: 200,
    of(snapshot: DivergencesSnapshot) {
      if (snapshot.part !== 'densities') throw new Error('The picture is of densities.');
      const { x, p, fits } = snapshot;
      const every = (values: Float32Array) => Array.from(values).filter((_, i) => i % 8 === 0);
      const heights = (density: Float32Array) => every(density).map(roundHeight);
      return {
        x: every(x).map(round),
        p: heights(p),
        fits: fits.map((fit) => heights(fit.density)),
      };
    },
  },
};
