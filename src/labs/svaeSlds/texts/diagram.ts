import type { Calendar } from '../../../datasets/calendar.ts';
import { stepInWords } from '../../../datasets/calendarText.ts';
import type { LiveNode } from '../../../plots/diagram/livePicture.ts';
import type { ModelNode, PlateModel } from '../../../plots/diagram/plateModel.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import type { DiagramContext, LabDiagram, LiveModel } from '../../shared/diagram/labDiagram.ts';
import { rowOf, sharesInWords } from '../../shared/diagram/livePictures.ts';
import {
  DECODED,
  latentNode,
  networkNodes,
  observationNode,
  type ShownSeries,
} from '../../shared/diagram/seriesNodes.ts';
import { chainOf, eachRowAt, STEPS, stepNow } from '../../shared/diagram/steps.ts';
import { isInUse, NOT_IN_USE } from '../inUse.ts';
import type { SvaeSldsSettings } from '../settings.ts';
import type { SldsState, SvaeSldsSnapshot } from '../snapshot.ts';
import type { Highlight } from './formulas.ts';

/** What the diagram needs of a snapshot. */
type Shown = ShownSeries &
  Pick<SvaeSldsSnapshot, 'firstRow' | 'stateCount' | 'states' | 'chain' | 'responsibilities'>;

type Node = ModelNode & { readonly lights?: Highlight };

const OVER_TIME: readonly Node[] = STEPS.flatMap(({ id, of, time }): Node[] => [
  {
    ...{ id: `z-${id}`, kind: 'latent', symbol: `z_{${of}}`, name: `discrete state at ${time}` },
    ...{ lights: 'states', ...eachRowAt(id) },
  },
  {
    ...{ id: `x-${id}`, kind: 'latent', symbol: `x_{${of}}`, name: `latent at ${time}` },
    ...eachRowAt(id),
  },
  {
    ...{ id: `y-${id}`, kind: 'observed', symbol: `y_{${of}}`, name: `observation at ${time}` },
    ...{ lights: 'observations', ...eachRowAt(id) },
  },
]);

/** Thesis, figure 4.2 with a chain of discrete states over the latents, three of its steps. */
const MODEL: PlateModel = {
  nodes: [
    {
      ...{ id: 'chain', kind: 'latent', symbol: 'P', name: 'transitions between states' },
      lights: 'chain',
    } satisfies Node,
    ...OVER_TIME,
    {
      ...{ id: 'dynamics', kind: 'latent', symbol: 'A_k, b_k, Q_k', name: 'dynamics of a state' },
      ...{ lights: 'dynamics', each: 'cluster' },
    } satisfies Node,
    {
      ...{ id: 'decoder', kind: 'network', symbol: 'γ', name: 'decoder' },
      lights: 'prediction',
    } satisfies Node,
    { id: 'encoder', kind: 'network', symbol: 'φ', name: 'encoder' },
  ],
  edges: [
    ...chainOf('z'),
    ...chainOf('x'),
    ...STEPS.flatMap(({ id }) => [
      { from: 'chain', to: `z-${id}` },
      { from: `z-${id}`, to: `x-${id}` },
      { from: 'dynamics', to: `x-${id}` },
    ]),
    ...DECODED,
  ],
  plates: [{ id: 'states', symbol: 'K', members: ['dynamics'] }],
};

export const diagram: LabDiagram<SvaeSldsSettings, Shown> = { modelOf: () => MODEL, live };

function live(snapshot: Shown, context: DiagramContext<SvaeSldsSettings>): LiveModel {
  const { steps, firstRow, inputEnds, latentDimension, stateCount } = snapshot;
  const { settings, row, cluster } = context;
  // Without a step pointed at, around the end of the input.
  const now = stepNow(row === null ? inputEnds - 1 : row - firstRow, steps);
  const chosen = snapshot.states.find(({ id }) => id === cluster) ?? snapshot.states[0];
  return {
    counts: { states: stateCount },
    nodes: {
      ...Object.fromEntries(
        STEPS.flatMap(({ id, offset }) => [
          [`z-${id}`, stateAt(snapshot, now + offset, context.calendar)],
          [`x-${id}`, latentNode(snapshot, now + offset, context.calendar)],
          [`y-${id}`, observationNode(snapshot, now + offset, context.calendar)],
        ]),
      ),
      chain: {
        picture: {
          ...{ kind: 'cells', map: 'intensity', columns: stateCount },
          values: snapshot.chain,
        },
        words: `Expected steps in each state: ${snapshot.states.map(dwellInWords).join(', ')}.`,
      },
      dynamics: {
        picture: {
          ...{ kind: 'cells', map: 'signed', columns: latentDimension },
          values: chosen.transition,
        },
        words: `Expected A of state ${chosen.id + 1}${isInUse(chosen) ? '' : `, which is ${NOT_IN_USE}`}: ${chosen.period === null ? 'no rotation' : `period ${formatFixed(chosen.period, 1)} steps`}, largest eigenvalue modulus ${formatFixed(chosen.spectralRadius, 3)}.`,
      },
      ...networkNodes(settings, snapshot, 'at every step and in every state'),
    },
  };
}

function dwellInWords(state: SldsState): string {
  const { id, dwell } = state;
  const steps = formatFixed(Math.min(dwell, 99999), dwell < 10 ? 1 : 0);
  return `state ${id + 1}: ${isInUse(state) ? steps : NOT_IN_USE}`;
}

function stateAt(
  { responsibilities, stateCount, firstRow }: Shown,
  step: number,
  calendar: Calendar | undefined,
): LiveNode {
  const shares = rowOf(responsibilities, step, stateCount);
  return {
    picture: { kind: 'bars', values: shares, most: 1 },
    words: `q at ${stepInWords(step, firstRow + step, calendar)}: ${sharesInWords(shares, 'state')}.`,
  };
}
