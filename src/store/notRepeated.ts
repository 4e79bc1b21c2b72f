import type { Lab } from '../labs/lab.ts';
import { trainAlike } from '../settings/sameTraining.ts';
import { isShipped, type LabDocument, type Origin } from './document.ts';

type Inputs = Pick<LabDocument, 'settings' | 'edits'>;

/** Settings and edits under which a run has taken its steps. */
export interface TrainedUnder extends Inputs {
  /** Others were in force at some of the steps. */
  readonly hasChanged: boolean;
}

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

/** What the steps of a run were taken under, after more of them; null stands for a run without steps. */
export function afterSteps(
  lab: Lab,
  before: TrainedUnder | null,
  { settings, edits }: Inputs,
  steps: number,
): TrainedUnder {
  const hasChanged = before !== null && hasOthers(lab, before, { settings, edits }, steps);
  return { settings, edits, hasChanged };
}

/** That a link takes all steps under the present settings and edits, where a run did not. */
export function changedOnTheWay(
  lab: Lab,
  trained: TrainedUnder | null,
  now: Inputs,
  steps: number,
): string[] {
  if (trained === null || !hasOthers(lab, trained, now, steps)) return [];
  const { trainingEditsInWords: edits } = lab;
  const what = edits ? `Settings or ${edits}` : 'Settings';
  return [
    `${what} changed after the first step of this run. The link takes all steps with what is set now and may give a different result. A model file holds exactly what you see.`,
  ];
}

function hasOthers(lab: Lab, trained: TrainedUnder, now: Inputs, steps: number): boolean {
  const training = ({ edits }: Inputs): string =>
    JSON.stringify(edits.filter((edit) => lab.isTrainedOn?.(edit)));
  if (trained.settings === now.settings && trained.edits === now.edits) return trained.hasChanged;
  return (
    trained.hasChanged ||
    !trainAlike(lab.table, trained.settings, now.settings, steps) ||
    training(trained) !== training(now)
  );
}
