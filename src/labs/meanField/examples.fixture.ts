import type { LabExamples } from '../examples.fixture.ts';
import { round } from '../miniature.fixture.ts';
import type { MeanFieldEdit } from './edits.ts';
import type { PlaneSnapshot } from './planeSnapshot.ts';
import type { MeanFieldQuery } from './snapshot.ts';

export const examples: LabExamples = {
  small: {},
  otherShape: { target: 'sprinkler' },
  edits: [{ kind: 'placeFactors', mean: [2, -2], deviation: [0.3, 0.5] }] satisfies MeanFieldEdit[],
  harmless: ({ moments: { mean, deviation } }: PlaneSnapshot): MeanFieldEdit[] => [
    { kind: 'placeFactors', mean: [...mean], deviation: [...deviation] },
  ],
  queries: [{ kind: 'update' }] satisfies MeanFieldQuery[],
  shipped: {},
  timed: [
    { name: 'q on the Gaussian', settings: {}, what: { drag: 'Mean of q' } },
    { name: 'an observation', settings: { target: 'normal' }, what: { drag: 'Observation 1' } },
    { name: 'factor step on the Gaussian', settings: {}, what: 'step' },
    ...[12, 60].map((hidden) => ({
      name: `network step, ${hidden} hidden nodes`,
      settings: { target: 'own' },
      edits: networkOf(hidden),
      what: 'step' as const,
    })),
  ],
  miniature: {
    preset: 'gaussian',
    steps: 60,
    of: ({ moments, target }: PlaneSnapshot) => ({
      mean: moments.mean.map(round),
      deviation: moments.deviation.map(round),
      correlation: target.moments.correlation,
    }),
  },
};

/** So many hidden nodes with two parents each, as in a lattice, and a node that is observed. */
function networkOf(hidden: number): MeanFieldEdit[] {
  const across = Math.ceil(Math.sqrt(hidden));
  const down = Math.ceil(hidden / across);
  const nodes = Array.from({ length: hidden + 1 }, (_, id) => {
    const [column, row] = [id % across, Math.floor(id / across)];
    const parents = [...(column > 0 ? [id - 1] : []), ...(row > 0 ? [id - across] : [])];
    const yes = [0.2, 0.7, 0.4, 0.9].slice(0, 2 ** parents.length);
    return {
      ...{ id, name: `Node ${id + 1}`, states: ['no', 'yes'], parents },
      table: yes.flatMap((p) => [1 - p, p]),
      at: [(column + 0.5) / across, (row + 0.5) / (down + 1)] as [number, number],
    };
  });
  return [
    { kind: 'setNetwork', target: 'own', nodes },
    { kind: 'observeNode', target: 'own', node: hidden, state: 1 },
  ];
}
