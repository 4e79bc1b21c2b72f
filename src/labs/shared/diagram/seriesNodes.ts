/** Nodes of models in which a latent moves from step to step and a network decodes it at each. */
import type { Calendar } from '../../../datasets/calendar.ts';
import { stepInWords } from '../../../datasets/calendarText.ts';
import type { LiveNode } from '../../../plots/diagram/livePicture.ts';
import type { ModelEdge } from '../../../plots/diagram/plateModel.ts';
import type { SeriesSnapshot } from '../data/seriesSnapshot.ts';
import { type NetworkSettings, networkInWords, rowOf, vectorInWords } from './livePictures.ts';
import { STEPS } from './steps.ts';

/** What these nodes need of a snapshot. */
export type ShownSeries = Pick<
  SeriesSnapshot,
  | 'firstRow'
  | 'steps'
  | 'dataDimension'
  | 'latentDimension'
  | 'inputEnds'
  | 'data'
  | 'prediction'
  | 'latents'
>;

/** From each latent to its observation, and back from the one at step t. */
export const DECODED: readonly ModelEdge[] = [
  ...STEPS.map(({ id }) =>
    id === 'now'
      ? { from: 'x-now', to: 'y-now', by: 'decoder' }
      : { from: `x-${id}`, to: `y-${id}`, isLong: true as const },
  ),
  { from: 'y-now', to: 'x-now', by: 'encoder', isInference: true },
];

/** @param calendar when the rows of the data are, where that is known */
export function latentNode(
  { latents, latentDimension, firstRow }: ShownSeries,
  step: number,
  calendar: Calendar | undefined,
): LiveNode {
  const mean = rowOf(latents, step, latentDimension);
  return {
    picture: { kind: 'cells', map: 'signed', values: mean, columns: 1 },
    words: `At ${stepInWords(step, firstRow + step, calendar)}, q has the mean ${vectorInWords(mean)}.`,
  };
}

/** What is observed, or after the end of the input what the model predicts. */
export function observationNode(
  shown: ShownSeries,
  step: number,
  calendar: Calendar | undefined,
): LiveNode {
  const { data, prediction, dataDimension, inputEnds, firstRow } = shown;
  const name = stepInWords(step, firstRow + step, calendar);
  const isSeen = step < inputEnds;
  return {
    picture: {
      ...{ kind: 'cells', map: 'intensity', columns: 1 },
      values: rowOf(isSeen ? data : prediction, step, dataDimension),
    },
    words: isSeen
      ? `At ${name}: part of the input.`
      : `At ${name}: not seen by the model, which predicts it.`,
    ...(!isSeen && { isUnobserved: true }),
  };
}

/** @param shares in words, where the decoder is the same */
export function networkNodes(
  settings: NetworkSettings,
  { latentDimension, dataDimension }: ShownSeries,
  shares: string,
): { readonly decoder: LiveNode; readonly encoder: LiveNode } {
  const latents = `${latentDimension} ${latentDimension === 1 ? 'latent' : 'latents'}`;
  const values = `${dataDimension} ${dataDimension === 1 ? 'value' : 'values'}`;
  return {
    decoder: {
      picture: null,
      words: `${networkInWords(settings, latents, values)} The same ${shares}.`,
    },
    encoder: {
      picture: null,
      words: `${networkInWords(settings, values, `a potential for ${latents}`)} The same at every step of the input.`,
    },
  };
}
