import { expect, it } from 'vitest';
import type { SldsState } from '../snapshot.ts';
import { diagram } from './diagram.ts';

const state = (id: number, share: number): SldsState => ({
  ...{ id, transition: [1], offset: [0], noise: [1], eigenvalues: [], spectralRadius: 1 },
  ...{ period: null, dwell: 50, share, taught: 0, removed: false },
});

it('says of a state that no step is in that it is not in use, and not how long the prior expects it', () => {
  const shown = {
    ...{ steps: 2, firstRow: 0, inputEnds: 2, dataDimension: 1, latentDimension: 1 },
    ...{ data: new Float32Array(2), prediction: new Float32Array(2), latents: new Float32Array(2) },
    ...{ stateCount: 2, states: [state(0, 1), state(1, 0.001)], chain: [0.98, 0.02, 0.02, 0.98] },
    responsibilities: Float32Array.of(1, 0, 1, 0),
  };
  const settings = { hiddenUnits: 5, hiddenLayers: 1, activation: 'tanh' };
  const { nodes } = diagram.live(shown as never, { settings, row: null, cluster: 1 } as never);
  expect(nodes.chain?.words).toBe(
    'Expected steps in each state: state 1: 50, state 2: not in use.',
  );
  expect(nodes.dynamics?.words).toMatch(/^Expected A of state 2, which is not in use: /);
});
