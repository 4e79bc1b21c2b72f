import type { LiveNode } from '../../../plots/diagram/livePicture.ts';
import type { ModelNode, PlateModel } from '../../../plots/diagram/plateModel.ts';
import { type Compared, comparedLook } from '../../../plots/style/divergenceLook.ts';
import type { Theme } from '../../../plots/style/theme.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import type { LabDiagram, LiveModel } from '../../shared/diagram/labDiagram.ts';
import { curvesOf, densitiesOf, sharesInWords } from '../../shared/diagram/livePictures.ts';
import { withInfinities } from '../infinities.ts';
import type { DivergencesSettings } from '../settings.ts';
import type {
  BarsView,
  DensitiesView,
  Direction,
  DivergencesSnapshot,
  PlaneView,
} from '../snapshot.ts';
import type { Highlight } from './formulas.ts';

type Node = ModelNode & { readonly lights?: Highlight };

const PEAKS: Node = { id: 'peaks', kind: 'fixed', symbol: 'θ', name: 'parameters of p' };
const P: Node = { id: 'p', kind: 'latent', symbol: 'x', name: 'variable under p', lights: 'p' };
const Q: Node = { id: 'q', kind: 'latent', symbol: 'x', name: 'variable under q', lights: 'q' };
const PARAMETERS: Node = {
  ...{ id: 'parameters', kind: 'learned', symbol: 'φ', name: 'means and widths of q' },
  lights: 'landscape',
};

const EACH_IN_ITS_FRAME = [
  { id: 'p', symbol: 'p', members: ['p'] },
  { id: 'q', symbol: 'q', members: ['q'] },
];

/** Two distributions of the same variable. */
const DENSITIES: PlateModel = {
  nodes: [PEAKS, P, PARAMETERS, Q],
  edges: [
    { from: 'peaks', to: 'p' },
    { from: 'parameters', to: 'q' },
  ],
  plates: EACH_IN_ITS_FRAME,
};
const BARS: PlateModel = { nodes: [P, Q], edges: [], plates: EACH_IN_ITS_FRAME };

/** p couples its coordinates, q does not. */
const PLANE: PlateModel = {
  nodes: (['p', 'q'] as const).flatMap((density): readonly Node[] =>
    [1, 2].map((axis) => ({
      ...{ id: `${density}${axis}`, kind: 'latent', lights: density },
      ...{ symbol: `z_${axis}`, name: `coordinate ${axis} under ${density}` },
    })),
  ),
  edges: [
    { from: 'p1', to: 'p2' },
    { from: 'q1', to: 'q2', isCut: true },
  ],
  plates: [
    { id: 'p', symbol: 'p', members: ['p1', 'p2'] },
    { id: 'q', symbol: 'q', members: ['q1', 'q2'] },
  ],
};

/** The latent of an observation, and what approximates its posterior. */
const IDENTITY: PlateModel = {
  nodes: [
    { ...P, id: 'z', symbol: 'z', name: 'latent' },
    { id: 'x', kind: 'observed', symbol: 'x', name: 'observation' },
    PARAMETERS,
  ],
  edges: [
    { from: 'z', to: 'x' },
    { from: 'parameters', to: 'z', isInference: true },
  ],
  plates: [],
};

const MODELS: Readonly<Record<DivergencesSettings['part'], PlateModel | null>> = {
  densities: DENSITIES,
  bars: BARS,
  // A function of a variable is no graphical model.
  jensen: null,
  plane: PLANE,
  identity: IDENTITY,
};

export const diagram: LabDiagram<DivergencesSettings, DivergencesSnapshot> = {
  modelOf: ({ part }) => MODELS[part],
  live: (snapshot) => ({ counts: {}, nodes: nodesOf(withInfinities(snapshot)) }),
};

function nodesOf(snapshot: DivergencesSnapshot): LiveModel['nodes'] {
  switch (snapshot.part) {
    case 'densities':
    case 'identity':
      return ofDensities(snapshot);
    case 'bars':
      return ofBars(snapshot);
    case 'plane':
      return ofPlane(snapshot);
    case 'jensen':
      return {};
  }
}

const inkOf =
  (what: Compared) =>
  (theme: Theme): string =>
    comparedLook(what, theme).colour;

const NAMES: Readonly<Record<Direction, string>> = {
  forward: 'for KL(p‖q)',
  reverse: 'for KL(q‖p)',
  alpha: 'for the alpha divergence',
};

function ofDensities(view: DensitiesView): LiveModel['nodes'] {
  const { x, p, target, fits, split } = view;
  const ofP = { id: -1, ink: inkOf('p'), xs: x, values: p };
  const ofQ = fits.map(({ direction, density }, id) => ({
    ...{ id, ink: inkOf(direction), xs: x, values: density },
  }));
  const peaks =
    target.kind === 'drawn'
      ? 'Drawn by hand.'
      : `${target.components.length === 1 ? 'One peak' : `${target.components.length} peaks`} at ${target.components.map(({ mean }) => formatFixed(mean, 2)).join(', ')}.`;
  const parameters = fits.map(
    ({ direction, components }) =>
      `${NAMES[direction]}: ${components.map(({ mean, sd }) => `mean ${formatFixed(mean, 2)}, standard deviation ${formatFixed(sd, 2)}`).join(' and ')}`,
  );
  return {
    peaks: { picture: null, words: peaks },
    p: { picture: curvesOf([ofP]), words: `The density p. ${peaks}` },
    q: {
      picture: curvesOf(ofQ),
      words: `${fits.map(({ direction, value }) => `q ${NAMES[direction]}: ${formatFixed(value, 3)} nats`).join('; ')}.`,
    },
    parameters: { picture: null, words: `q ${parameters.join('; ')}.` },
    z: {
      picture: curvesOf([ofP, ...ofQ]),
      words: `Its posterior p, and q: KL(q‖p) is ${formatFixed(split?.kl ?? Number.NaN, 3)} nats.`,
    },
    x: {
      picture: null,
      words: `The log evidence log p(x) is ${formatFixed(split?.logEvidence ?? Number.NaN, 2)} nats.`,
    },
  };
}

function ofBars({ p, q }: BarsView): LiveModel['nodes'] {
  const node = (values: Float64Array, what: Compared): LiveNode => ({
    picture: { kind: 'bars', values, most: 1, ink: inkOf(what) },
    words: `The most probable outcomes: ${sharesInWords(values, 'outcome')}.`,
  });
  return { p: node(p, 'p'), q: node(q, 'alpha') };
}

function ofPlane({ correlation, fits }: PlaneView): LiveModel['nodes'] {
  const ofP: LiveNode = {
    picture: densitiesOf([{ id: -1, mean: 0, deviation: 1, ink: inkOf('p') }]),
    words: `Mean 0, variance 1; its correlation with the other coordinate is ${formatFixed(correlation, 2)}.`,
  };
  const ofQ = (axis: 0 | 1): LiveNode => ({
    picture: densitiesOf(
      fits.map(({ direction, means, sds }, id) => ({
        ...{ id, mean: means[axis], deviation: sds[axis], ink: inkOf(direction) },
      })),
    ),
    words: `${fits.map(({ direction, sds }) => `Variance ${NAMES[direction]}: ${formatFixed(sds[axis] ** 2, 3)}`).join('; ')}. Independent of the other coordinate.`,
  });
  return { p1: ofP, p2: ofP, q1: ofQ(0), q2: ofQ(1) };
}
