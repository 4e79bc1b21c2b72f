import type { Lab } from '../labs/lab.ts';
import { isShipped, type Origin } from './document.ts';

/** What of the way here a link cannot repeat, in words. */
export function notRepeated({ editsInWords }: Pick<Lab, 'editsInWords'>, origin: Origin): string[] {
  if (origin.checkpoint === null || origin.isRepeated || isShipped(origin)) return [];
  if (!origin.byHand) {
    // It may hold edits that were built in, or settings that changed on the way.
    return [
      'This run went on from a stored model. The link starts it from the seed instead and may give a different result; a model file holds exactly what you see.',
    ];
  }
  const edits = editsInWords ?? 'changes made by hand';
  return [
    `This run went on from ${edits}. The link repeats seed, settings and the number of steps, but not that: it may give a different result. A model file holds exactly what you see.`,
  ];
}
