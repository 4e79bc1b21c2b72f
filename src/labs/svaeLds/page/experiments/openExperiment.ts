/** Which experiment is open: a flag of the page's view, so that links carry it. */

import type { LabController } from '../../../../store/controller.ts';
import { announce } from '../../../../ui/LiveRegion.tsx';
import { settingsOf as documentSettingsOf, snapshotOf } from '../../../lab.ts';
import { svaeLds } from '../../lab.ts';
import { EXPERIMENTS, type Experiment } from '../../layers.ts';
import { beginningOf, experimentTexts, type Situation, settingsOf } from './experiments.ts';

type View = Readonly<Record<string, boolean>>;

export function openExperiment(view: View): Experiment | null {
  return EXPERIMENTS.find((experiment) => view[experiment]) ?? null;
}

/** The flags with which one experiment is open, or none. */
export const experimentFlags = (experiment: Experiment | null) =>
  Object.fromEntries(EXPERIMENTS.map((name) => [name, name === experiment ? true : null]));

/** Opens an experiment: its edits take the place of all others, which undo brings back. */
export async function beginExperiment(
  controller: LabController,
  experiment: Experiment,
): Promise<void> {
  const situation = situationOf(controller);
  if (situation === null) return;
  const beginning = beginningOf(experiment, situation);
  const { edits } = controller.document.getState();
  controller.setFlags({ ...experimentFlags(experiment), sample: beginning.sample ? true : null });
  await controller.changeSettings({ ...beginning.settings });
  if (edits.length > 0 || beginning.edits.length > 0) await controller.editing.put(beginning.edits);
  announce(`${experimentTexts[experiment].title}: see the stage.`);
}

/**
 * Closes it. Its edits stay until they are cleared; data of another speed are fed no more, unless
 * the model has learned from them.
 */
export async function closeExperiment(controller: LabController): Promise<void> {
  const situation = situationOf(controller);
  controller.setFlags(experimentFlags(null));
  if (situation) await controller.changeSettings({ ...settingsOf(null, situation) });
}

function situationOf(controller: LabController): Situation | null {
  const run = controller.run.getState();
  const snapshot = snapshotOf(svaeLds, run);
  const settings = documentSettingsOf(svaeLds, controller.document.getState());
  return snapshot && { snapshot, step: run.step, settings };
}
