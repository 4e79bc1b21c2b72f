import type { LiveNode } from '../../../plots/diagram/livePicture.ts';
import type { ModelNode, PlateModel } from '../../../plots/diagram/plateModel.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import type { DiagramContext, LabDiagram, LiveModel } from '../../shared/diagram/labDiagram.ts';
import { networkInWords, rowOf, vectorInWords } from '../../shared/diagram/livePictures.ts';
import { chainOf, eachRowAt, STEPS, stepNow } from '../../shared/diagram/steps.ts';
import type { SvaeLdsSettings } from '../settings.ts';
import type { SvaeLdsSnapshot } from '../snapshot.ts';
import type { Highlight } from './formulas.ts';

/** What the diagram needs of a snapshot. */
type Shown = Pick<
  SvaeLdsSnapshot,
  | 'steps'
  | 'dataDimension'
  | 'latentDimension'
  | 'firstRow'
  | 'inputEnds'
  | 'data'
  | 'prediction'
  | 'latents'
  | 'transition'
  | 'spectralRadius'
  | 'period'
>;

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
    ...STEPS.flatMap(({ id }) => [
      { from: 'transition', to: `x-${id}` },
      id === 'now'
        ? { from: 'x-now', to: 'y-now', by: 'decoder' }
        : { from: `x-${id}`, to: `y-${id}`, isLong: true as const },
    ]),
    { from: 'y-now', to: 'x-now', by: 'encoder', isInference: true },
  ],
  plates: [],
};

export const diagram: LabDiagram<SvaeLdsSettings, Shown> = { modelOf: () => MODEL, live };

function live(snapshot: Shown, context: DiagramContext<SvaeLdsSettings>): LiveModel {
  const { steps, firstRow, inputEnds, latentDimension, dataDimension, transition } = snapshot;
  const { settings, row } = context;
  // Without a step pointed at, around the end of the input.
  const now = stepNow(row === null ? inputEnds - 1 : row - firstRow, steps);
  const of = {
    state: `${latentDimension} ${latentDimension === 1 ? 'latent' : 'latents'}`,
    values: `${dataDimension} ${dataDimension === 1 ? 'value' : 'values'}`,
  };
  const { period, spectralRadius } = snapshot;
  return {
    counts: {},
    nodes: {
      ...Object.fromEntries(
        STEPS.flatMap(({ id, offset }) => [
          [`x-${id}`, stateAt(snapshot, now + offset)],
          [`y-${id}`, observationAt(snapshot, now + offset)],
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
      decoder: {
        picture: null,
        words: `${networkInWords(settings, of.state, of.values)} The same at every step.`,
      },
      encoder: {
        picture: null,
        words: `${networkInWords(settings, of.values, `a potential for ${of.state}`)} The same at every step of the input.`,
      },
    },
  };
}

function stateAt({ latents, latentDimension }: Shown, step: number): LiveNode {
  const mean = rowOf(latents, step, latentDimension);
  return {
    picture: { kind: 'cells', map: 'signed', values: mean, columns: 1 },
    words: `Step ${step}: q has the mean ${vectorInWords(mean)}.`,
  };
}

/** What is observed, or after the end of the input what the model predicts. */
function observationAt(snapshot: Shown, step: number): LiveNode {
  const { data, prediction, dataDimension, inputEnds } = snapshot;
  const isSeen = step < inputEnds;
  return {
    picture: {
      ...{ kind: 'cells', map: 'intensity', columns: 1 },
      values: rowOf(isSeen ? data : prediction, step, dataDimension),
    },
    words: isSeen
      ? `Step ${step}: part of the input.`
      : `Step ${step}: not seen by the model, which predicts it.`,
    ...(!isSeen && { isUnobserved: true }),
  };
}
