import type { ModelNode, PlateModel } from '../../../plots/diagram/plateModel.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import type { DiagramContext, LabDiagram, LiveModel } from '../../shared/diagram/labDiagram.ts';
import {
  DECODED,
  latentNode,
  networkNodes,
  observationNode,
  type ShownSeries,
} from '../../shared/diagram/seriesNodes.ts';
import { chainOf, eachRowAt, STEPS, stepNow } from '../../shared/diagram/steps.ts';
import type { SvaeLdsSettings } from '../settings.ts';
import type { SvaeLdsSnapshot } from '../snapshot.ts';
import type { Highlight } from './formulas.ts';

/** What the diagram needs of a snapshot. */
type Shown = ShownSeries &
  Pick<SvaeLdsSnapshot, 'firstRow' | 'transition' | 'spectralRadius' | 'period'>;

type Node = ModelNode & { readonly lights?: Highlight };

const OVER_TIME: readonly Node[] = STEPS.flatMap(({ id, of, time }): Node[] => [
  {
    ...{ id: `x-${id}`, kind: 'latent', symbol: `x_{${of}}`, name: `latent state at ${time}` },
    ...{ lights: 'latents', ...eachRowAt(id) },
  },
  {
    ...{ id: `y-${id}`, kind: 'observed', symbol: `y_{${of}}`, name: `observation at ${time}` },
    ...{ lights: 'observations', ...eachRowAt(id) },
  },
]);

/** Thesis (4.5): figure 4.2 with networks, three of its steps. */
const MODEL: PlateModel = {
  nodes: [
    { id: 'prior', kind: 'fixed', symbol: 'λ', name: 'prior of the transition' },
    {
      ...{ id: 'transition', kind: 'latent', symbol: 'A, Q' },
      ...{ name: 'transition and its noise', lights: 'transition' },
    } satisfies Node,
    ...OVER_TIME,
    {
      ...{ id: 'decoder', kind: 'network', symbol: 'γ', name: 'decoder' },
      lights: 'prediction',
    } satisfies Node,
    { id: 'encoder', kind: 'network', symbol: 'φ', name: 'encoder' },
  ],
  edges: [
    { from: 'prior', to: 'transition' },
    ...chainOf('x'),
    ...STEPS.flatMap(({ id }) => [{ from: 'transition', to: `x-${id}` }]),
    ...DECODED,
  ],
  plates: [],
};

export const diagram: LabDiagram<SvaeLdsSettings, Shown> = { modelOf: () => MODEL, live };

function live(snapshot: Shown, context: DiagramContext<SvaeLdsSettings>): LiveModel {
  const { steps, firstRow, inputEnds, latentDimension, transition } = snapshot;
  const { settings, row } = context;
  // Without a step pointed at, around the end of the input.
  const now = stepNow(row === null ? inputEnds - 1 : row - firstRow, steps);
  const { period, spectralRadius } = snapshot;
  return {
    counts: {},
    nodes: {
      ...Object.fromEntries(
        STEPS.flatMap(({ id, offset }) => [
          [`x-${id}`, latentNode(snapshot, now + offset, context.calendar)],
          [`y-${id}`, observationNode(snapshot, now + offset, context.calendar)],
        ]),
      ),
      prior: {
        picture: null,
        words: `Matrix-normal-inverse-Wishart distribution around the identity: spread ${settings.transitionSpread}, noise ${settings.noiseScale}.`,
      },
      transition: {
        picture: { kind: 'cells', map: 'signed', values: transition, columns: latentDimension },
        words: `Expected transition under q: largest eigenvalue modulus ${formatFixed(spectralRadius, 3)}${period === null ? '' : `, period of the prediction ${formatFixed(period, 1)} steps`}.`,
      },
      ...networkNodes(settings, snapshot, 'at every step'),
    },
  };
}
