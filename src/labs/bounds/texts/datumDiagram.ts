/** The model of one datum, and the q that draws its latent. */
import type { ModelNode, PlateModel } from '../../../plots/diagram/plateModel.ts';
import { boundLook } from '../../../plots/style/boundLook.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import type { LiveModel } from '../../shared/diagram/labDiagram.ts';
import { densitiesOf } from '../../shared/diagram/livePictures.ts';
import type { DatumView } from '../snapshot.ts';

type Node = ModelNode & { readonly lights?: 'q' | 'posterior' | 'evidence' };

const NODES: readonly Node[] = [
  { id: 'prior', kind: 'fixed', symbol: 'θ', name: 'mean of the prior' },
  { id: 'z', kind: 'latent', symbol: 'z', name: 'latent', lights: 'posterior' },
  {
    ...{ id: 'parameters', kind: 'learned', symbol: 'φ', name: 'mean and deviation of q' },
    lights: 'q',
  },
  { id: 'x', kind: 'observed', symbol: 'x', name: 'observation', lights: 'evidence' },
];

export const DATUM_MODEL: PlateModel = {
  nodes: NODES,
  edges: [
    { from: 'prior', to: 'z' },
    { from: 'z', to: 'x' },
    { from: 'parameters', to: 'z', isInference: true },
  ],
  plates: [],
};

export function liveDatum({ x, q, posterior, samples, logEvidence }: DatumView): LiveModel {
  const ofQ = `mean ${formatFixed(q.mean, 2)}, standard deviation ${formatFixed(q.sd, 2)}`;
  return {
    counts: {},
    nodes: {
      prior: { picture: null, words: 'The prior is N(θ, 1) with θ = 0.' },
      parameters: { picture: null, words: `q has the ${ofQ}.` },
      z: {
        picture: densitiesOf([
          {
            ...{ id: -1, mean: posterior.mean, deviation: posterior.sd },
            ink: (theme) => boundLook('posterior', theme).colour,
          },
          {
            ...{ id: -2, mean: q.mean, deviation: q.sd },
            ink: (theme) => boundLook('q', theme).colour,
          },
        ]),
        words: `One latent. Its posterior has the mean ${formatFixed(posterior.mean, 2)} and the standard deviation ${formatFixed(posterior.sd, 2)}; the bound draws it ${samples} times from q.`,
      },
      x: {
        picture: null,
        words: `Observed: x = ${formatFixed(x, 2)}, a draw of N(z, 1). log p(x) is ${formatFixed(logEvidence, 4)}.`,
      },
    },
  };
}
