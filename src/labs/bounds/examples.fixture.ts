import type { LabExamples } from '../examples.fixture.ts';
import { round } from '../miniature.fixture.ts';
import type { BoundsSnapshot } from './snapshot.ts';

export const examples: LabExamples = {
  small: {},
  otherShape: null,
  edits: [],
  harmless: () => [],
  queries: [],
  shipped: {},
  timed: [
    { name: 'q', settings: {}, what: { drag: 'Mean of q' } },
    { name: 'K', settings: {}, what: { drag: 'Number of draws K' } },
    { name: 'new draws', settings: {}, what: 'step' },
  ],
  miniature: {
    preset: 'prior',
    steps: 0,
    of({ line, logEvidence }: BoundsSnapshot) {
      return { bounds: line.bounds.map(round), evidence: round(logEvidence) };
    },
  },
};
