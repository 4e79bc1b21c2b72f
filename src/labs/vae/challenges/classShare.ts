import { spreadRows } from '../../../plots/encoded/pictures.ts';
import type { VaeSnapshot } from '../snapshot.ts';

/** Posteriors asked, and data that answer. With every frame of training, so not all of them. */
const ASKED = 100;
const ANSWERING = 500;

/**
 * How far posteriors tell classes apart: of all data whose latents a posterior could be taken for,
 * weighted by how easily, the share of its own class; averaged. 1 when no two classes overlap, and
 * with all posteriors the same the share of a class in the data.
 *
 * @param labels N class numbers; negative where the class is not known, which neither ask nor answer
 */
export function classShare(
  {
    latents,
    deviations,
    latentDimension: d,
    rows,
  }: Pick<VaeSnapshot, 'latents' | 'deviations' | 'latentDimension' | 'rows'>,
  labels: ArrayLike<number>,
): number {
  const isKnown = (row: number) => labels[row] >= 0;
  const asked = spreadRows(rows, ASKED).filter(isKnown);
  const answering = spreadRows(rows, ANSWERING).filter(isKnown);
  let sum = 0;
  for (const n of asked) {
    let own = 0;
    let all = 0;
    for (const m of answering) {
      if (m === n) continue;
      let squared = 0;
      for (let i = 0; i < d; i++)
        squared += ((latents[n * d + i] - latents[m * d + i]) / deviations[n * d + i]) ** 2;
      const weight = Math.exp(-squared / 2);
      all += weight;
      if (labels[m] === labels[n]) own += weight;
    }
    // One that overlaps nothing is mistaken for nothing.
    sum += all > 0 ? own / all : 1;
  }
  return asked.length > 0 ? sum / asked.length : 0;
}
