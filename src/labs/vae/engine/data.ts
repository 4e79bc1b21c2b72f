import type { Points } from '../../../datasets/dataset.ts';
import type { OwnData } from '../../../datasets/ownData.ts';
import { shapes } from '../../../datasets/shapes.ts';
import { forkRandom } from '../../../math/random.ts';
import { heldOutPlanarPoints, makePlanarDataset } from '../../shared/engine/planarData.ts';
import { hasBinaryPixels } from '../pixels.ts';
import type { VaeSettings } from '../settings.ts';

/** Faint, so that pictures look drawn; without any the likelihood would have no bound. */
const PIXEL_NOISE = 0.05;

/** The data set the settings ask for. Throws an Error in words when there is none to make. */
export function makeVaeDataset(settings: VaeSettings, seed: number, own: OwnData | null): Points {
  const { dataset } = settings;
  return dataset === 'shapes'
    ? drawShapes(settings, seed, 'data')
    : makePlanarDataset({ ...settings, dataset }, seed, own);
}

/** Rows that no model has seen, from the same distribution (N x D); null where that is not known. */
export function heldOutRows(
  settings: VaeSettings,
  seed: number,
  trained: Points,
): Float32Array | null {
  const { dataset } = settings;
  return dataset === 'shapes'
    ? drawShapes(settings, seed, 'held-out data').values
    : heldOutPlanarPoints({ ...settings, dataset }, seed, trained);
}

function drawShapes(values: VaeSettings, seed: number, stream: string): Points {
  const { picturesPerShape, pixels, stray } = values;
  const isBinary = hasBinaryPixels(values);
  const settings = { picturesPerShape, side: pixels, stray, noise: PIXEL_NOISE, isBinary };
  return shapes(settings, forkRandom(seed, stream));
}
