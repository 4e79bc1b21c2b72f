import type { LiveNode } from '../../../plots/diagram/livePicture.ts';
import type { ModelNode, PlateModel } from '../../../plots/diagram/plateModel.ts';
import { INFERENCE_LOOK, type Inference } from '../../../plots/style/inferenceLook.ts';
import type { Theme } from '../../../plots/style/theme.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import type { LabDiagram, LiveModel } from '../../shared/diagram/labDiagram.ts';
import { curvesOf } from '../../shared/diagram/livePictures.ts';
import type { PlaneSnapshot, ShownTarget } from '../planeSnapshot.ts';
import type { MeanFieldSettings } from '../settings.ts';
import { isNetwork } from '../targets.ts';
import { BLANKET, ofNetwork, type ShownNetwork } from './blanketDiagram.ts';
import type { Highlight } from './formulas.ts';

/** What the diagram needs of a snapshot. */
type ShownPlane = Pick<PlaneSnapshot, 'part' | 'factors' | 'moments' | 'observations'> & {
  readonly target: Pick<ShownTarget, 'marginals' | 'moments'>;
};
type Shown = ShownPlane | ShownNetwork;

type Node = ModelNode & { readonly lights?: Highlight };

const COORDINATE = { kind: 'latent', lights: 'factors' } as const;

/** Any posterior over two numbers: given the data they depend on each other. */
const TWO_NUMBERS: PlateModel = {
  nodes: [
    { ...COORDINATE, id: '0', symbol: 'x_1', name: 'first coordinate' } satisfies Node,
    {
      ...{ id: 'data', kind: 'observed', symbol: 'D', name: 'data' },
      lights: 'posterior',
    } satisfies Node,
    { ...COORDINATE, id: '1', symbol: 'x_2', name: 'second coordinate' } satisfies Node,
  ],
  edges: [
    { from: '0', to: 'data' },
    { from: '1', to: 'data' },
  ],
  plates: [],
};

/** Notes 9.5.3: a normal with unknown mean and precision, and conjugate priors. */
const NORMAL: PlateModel = {
  nodes: [
    { id: 'priorOfPrecision', kind: 'fixed', symbol: 'a_0, b_0', name: 'prior of the precision' },
    { ...COORDINATE, id: '1', symbol: 'τ', name: 'precision' } satisfies Node,
    { id: 'priorOfMean', kind: 'fixed', symbol: 'm_0, λ_0', name: 'prior of the mean' },
    { ...COORDINATE, id: '0', symbol: 'μ', name: 'mean' } satisfies Node,
    {
      ...{ id: 'data', kind: 'observed', symbol: 'x_n', name: 'observation' },
      lights: 'posterior',
    } satisfies Node,
  ],
  edges: [
    { from: 'priorOfPrecision', to: '1' },
    { from: 'priorOfMean', to: '0' },
    { from: '1', to: '0' },
    { from: '0', to: 'data' },
    { from: '1', to: 'data' },
  ],
  plates: [{ id: 'data', symbol: 'N', members: ['data'] }],
};

export const diagram: LabDiagram<MeanFieldSettings, Shown> = {
  modelOf: ({ target }) =>
    target === 'normal' ? NORMAL : isNetwork(target) ? BLANKET : TWO_NUMBERS,
  live: (snapshot, { settings, node }) =>
    snapshot.part === 'plane' ? ofPlane(snapshot, settings) : ofNetwork(snapshot, node),
};

function ofPlane(snapshot: ShownPlane, settings: MeanFieldSettings): LiveModel {
  const { observations } = snapshot;
  return {
    counts: observations ? { data: observations.length } : {},
    nodes: {
      0: coordinate(snapshot, 0),
      1: coordinate(snapshot, 1),
      data: {
        picture: null,
        words: observations
          ? `${observations.length} observations with the mean ${formatFixed(meanOf(observations), 2)}.`
          : 'Given the data, the two coordinates depend on each other.',
      },
      priorOfMean: {
        picture: null,
        words: `Normal prior: mean ${settings.priorMean}, counted as ${settings.priorScale} observations.`,
      },
      priorOfPrecision: {
        picture: null,
        words: `Gamma prior: shape ${settings.priorShape}, rate ${settings.priorRate}.`,
      },
    },
  };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const inkOf =
  (inference: Inference) =>
  (theme: Theme): string =>
    INFERENCE_LOOK[theme][inference];

/** The exact marginal and the factor of q. */
function coordinate({ target, factors, moments }: ShownPlane, axis: 0 | 1): LiveNode {
  const curve = (id: number, inference: Inference, values: Float32Array) => ({
    ...{ id, ink: inkOf(inference), xs: values.map((_, cell) => cell), values },
  });
  const inWords = ({ mean, deviation }: PlaneSnapshot['moments']): string =>
    `mean ${formatFixed(mean[axis], 2)}, standard deviation ${formatFixed(deviation[axis], 2)}`;
  return {
    picture: curvesOf([
      curve(-1, 'exact', target.marginals[axis]),
      curve(0, 'meanField', factors[axis]),
    ]),
    words: `q: ${inWords(moments)}. Exact: ${inWords(target.moments)}.`,
  };
}
