import type { ModelNode, PlateModel } from '../../../plots/diagram/plateModel.ts';
import { comparedLook } from '../../../plots/style/divergenceLook.ts';
import type { Theme } from '../../../plots/style/theme.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import type { LabDiagram, LiveModel } from '../../shared/diagram/labDiagram.ts';
import { densitiesOf } from '../../shared/diagram/livePictures.ts';
import type { EstimatorsSettings } from '../settings.ts';
import type { EstimatorsSnapshot, Place } from '../snapshot.ts';
import type { Highlight } from './formulas.ts';

type Node = ModelNode & { readonly lights?: Highlight };

const PARAMETERS: Node = {
  ...{ id: 'parameters', kind: 'learned', symbol: 'φ', name: 'mean and standard deviation of q' },
  lights: 'q',
};
const NOISE: Node = { id: 'noise', kind: 'latent', symbol: 'ε', name: 'standard normal noise' };
const DRAW: Node = { id: 'draw', kind: 'latent', symbol: 'x', name: 'draw of q', lights: 'q' };
const F: Node = { id: 'f', kind: 'fixed', symbol: 'f', name: 'function of the draw', lights: 'f' };

/** The path from the parameters through the draw to f is what reparameterisation goes along. */
const GAUSSIAN: PlateModel = {
  nodes: [PARAMETERS, NOISE, DRAW, F],
  edges: [
    { from: 'parameters', to: 'draw' },
    { from: 'noise', to: 'draw' },
    { from: 'draw', to: 'f' },
  ],
  plates: [{ id: 'draws', symbol: 'N', members: ['noise', 'draw', 'f'] }],
};

const COIN: PlateModel = {
  nodes: [
    { ...PARAMETERS, symbol: 'θ', name: 'probability of heads' },
    { ...DRAW, symbol: 'z', name: 'coin: 0 or 1' },
    F,
  ],
  edges: [
    { from: 'parameters', to: 'draw' },
    { from: 'draw', to: 'f' },
  ],
  plates: [{ id: 'draws', symbol: 'N', members: ['draw', 'f'] }],
};

export const diagram: LabDiagram<EstimatorsSettings, EstimatorsSnapshot> = {
  modelOf: ({ q }) => (q === 'coin' ? COIN : GAUSSIAN),
  live: (snapshot): LiveModel => {
    const q = snapshot.part === 'draws' ? snapshot.q : snapshot.racers[0].q;
    return { counts: {}, nodes: nodesOf(snapshot, q) };
  },
};

const ink = (theme: Theme): string => comparedLook('alpha', theme).colour;

function nodesOf({ name, ...snapshot }: EstimatorsSnapshot, q: Place): LiveModel['nodes'] {
  const value =
    snapshot.part === 'draws'
      ? ` E f is ${formatFixed(snapshot.value, 3)}, its gradient ${formatFixed(snapshot.gradient, 3)}.`
      : '';
  const f = { picture: null, words: `The function f = ${name}.${value}` };
  if ('theta' in q) {
    const values = [1 - q.theta, q.theta];
    const words = `Heads with probability ${formatFixed(q.theta, 2)}.`;
    return {
      parameters: { picture: null, words },
      draw: {
        picture: { kind: 'bars', values, most: 1, ink },
        words: `${words} No path leads through a coin: it does not change with a small change of θ.`,
      },
      f,
    };
  }
  const { mean, sd } = q;
  const words = `Mean ${formatFixed(mean, 2)}, standard deviation ${formatFixed(sd, 2)}.`;
  return {
    parameters: { picture: null, words },
    noise: {
      picture: densitiesOf([{ id: -1, mean: 0, deviation: 1 }]),
      words: 'Standard normal. It is drawn first and depends on no parameter.',
    },
    draw: {
      picture: densitiesOf([{ id: -1, mean, deviation: sd, ink }]),
      words: `Each draw is x = mean + standard deviation · ε. ${words}`,
    },
    f,
  };
}
