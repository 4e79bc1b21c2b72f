/** Which experiment is open: a flag of the page's view, so that links carry it. */
import type { SvaeLdsSettings } from '../../../models/svaeLds/settings.ts';
import type { SvaeLdsSnapshot } from '../../../models/svaeLds/snapshot.ts';
import type { LabController } from '../../../store/controller.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import { beginningOf, EXPERIMENTS, type Experiment, experimentTexts } from './experiments.ts';

type View = Readonly<Record<string, boolean>>;

export function openExperiment(view: View): Experiment | null {
  return EXPERIMENTS.find((experiment) => view[experiment]) ?? null;
}

/** The view with one experiment open, or none. */
export function withExperiment(view: View, experiment: Experiment | null): View {
  const names: readonly string[] = EXPERIMENTS;
  const others = Object.entries(view).filter(([name]) => !names.includes(name));
  return Object.fromEntries(experiment === null ? others : [...others, [experiment, true]]);
}

/** Opens an experiment: its edits take the place of all others, which undo brings back. */
export async function beginExperiment(
  controller: LabController,
  experiment: Experiment,
): Promise<void> {
  const { snapshot, step, view } = controller.run.getState();
  const { settings, edits } = controller.document.getState();
  if (snapshot === null) return;
  const beginning = beginningOf(experiment, {
    // Snapshots and settings of this page are this lab's.
    snapshot: snapshot as SvaeLdsSnapshot,
    step,
    settings: settings as SvaeLdsSettings,
  });
  const { sample: _, ...others } = withExperiment(view, experiment);
  controller.run.setState({ view: beginning.sample ? { ...others, sample: true } : others });
  await controller.changeSettings({ ...beginning.settings });
  if (edits.length > 0 || beginning.edits.length > 0) await controller.setEdits(beginning.edits);
  announce(`${experimentTexts[experiment].title}: see the stage.`);
}

/** Closes it; what it did to the model stays until it is cleared or undone. */
export function closeExperiment({ run }: LabController): void {
  run.setState(({ view }) => ({ view: withExperiment(view, null) }));
}
