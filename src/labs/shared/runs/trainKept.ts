/** Training a kept run that a link has brought, which is not known on this device. */
import type { KeptRun } from '../../../files/keptRuns.ts';
import type { LabController } from '../../../store/controller.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import type { LabParts } from '../../page.ts';
import { keptOf } from './keptRuns.ts';
import { resultOf } from './runResult.ts';
import { trainings } from './trainings.ts';

/** The training of kept runs, one at a time. */
export const keptTraining = trainings();

/** Trains it in a worker of its own, next to the run on the page; its curve then joins the others. */
export async function trainKept(
  controller: LabController,
  exports: LabParts['exports'],
  { id, name, settings, seed, edits, ownData, steps }: KeptRun,
): Promise<void> {
  const { lab } = controller.document.getState();
  const training = keptTraining(controller);
  await training.train([{ lab, settings, seed, edits, ownData, steps }], 1);
  const { phase, runs } = training.state.getState();
  const [run] = runs;
  if (phase !== 'done' || !run) return;
  if (!run.outcome) {
    const text = `${name} could not be trained. ${run.problem ?? ''}`;
    return controller.tell({ id: 'kept-run', kind: 'problem', text });
  }
  const manifest = controller.labNamed(lab);
  const offered = await exports();
  const { view } = controller.run.getState();
  const result = resultOf(manifest, settings, run.outcome, run.history, offered, {
    ...{ view, dataset: run.outcome.dataset, edits },
  });
  const trained = keptOf(controller).map((one) => (one.id === id ? { ...one, result } : one));
  controller.setKept(trained, false);
  announce(`${name} is trained.`);
}
