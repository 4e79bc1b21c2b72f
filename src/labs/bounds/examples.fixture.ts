import type { LabExamples } from '../examples.fixture.ts';
import { round } from '../miniature.fixture.ts';
import type { BoundsSnapshot } from './snapshot.ts';

export const examples: LabExamples = {
  small: {},
  otherShape: { part: 'signal' },
  edits: [],
  harmless: () => [],
  queries: [],
  shipped: {},
  timed: [
    { name: 'q', settings: {}, what: { drag: 'Mean of q' } },
    // Where a pixel is more than one draw.
    { name: 'K', settings: { samples: 300 }, what: { drag: 'Number of draws K' } },
    { name: 'new draws', settings: {}, what: 'step' },
    { name: 'q, with gradients', settings: { part: 'signal' }, what: { drag: 'Mean of q' } },
    { name: 'new draws, with gradients', settings: { part: 'signal' }, what: 'step' },
    {
      name: 'target of annealing',
      settings: { part: 'annealing' },
      what: { drag: 'Mean of the target' },
    },
    { name: 'more runs of annealing', settings: { part: 'annealing' }, what: 'step' },
    {
      name: 'more runs of the filter',
      settings: { part: 'filter', particles: 1000 },
      what: 'step',
    },
  ],
  miniature: {
    preset: 'prior',
    steps: 0,
    of(snapshot: BoundsSnapshot) {
      if (snapshot.part !== 'weights') throw new Error('The picture is of weights.');
      const { line, logEvidence } = snapshot;
      return { bounds: line.bounds.map(round), evidence: round(logEvidence) };
    },
  },
};
