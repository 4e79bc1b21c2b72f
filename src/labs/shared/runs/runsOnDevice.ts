/** Keeps the runs of a visit on this device, and brings those of the visits before. */
import { type KeptRun, type KeptRunsStorage, MOST_KEPT } from '../../../files/keptRuns.ts';
import { readSettings } from '../../../files/readModelFile.ts';
import { inBrief } from '../../../settings/words.ts';
import type { LabController } from '../../../store/controller.ts';
import type { Lab } from '../../lab.ts';
import { areRunsShown, freeMark, keptOf } from './keptRuns.ts';
import { linkedRuns, withKnown } from './linkedRuns.ts';

export interface RunsOfVisit {
  readonly controller: LabController;
  readonly storage: KeptRunsStorage;
  readonly lab: string;
  readonly linkState: string;
}

/** Returns what ends it. */
export function bringRuns({ controller, storage, lab, linkState }: RunsOfVisit): () => void {
  const { visit } = controller.run.getState();
  let isOver = false;
  let isBrought = false;
  let known: readonly KeptRun[] = keptOf(controller);
  const isHere = () =>
    !isOver &&
    controller.run.getState().visit === visit &&
    controller.document.getState().lab === lab;

  const keep = async () => {
    const kept = keptOf(controller);
    if (!isBrought || !isHere() || kept === known) return;
    known = kept;
    const stored = await storage.keep(lab, linkState, kept);
    if (stored.ok || !isHere()) return;
    controller.tell({
      id: 'storage',
      kind: 'problem',
      text: stored.problem.message,
      lasting: true,
    });
  };

  const bring = async () => {
    const found = await storage.recall(lab, linkState);
    if (!isHere()) return;
    const { view } = controller.run.getState();
    const { ownData } = controller.document.getState();
    const manifest = controller.labNamed(lab);
    const { runs, problems: ofLink } = linkedRuns(manifest, view.notes, ownData);
    const problems = [...ofLink];
    const onDevice = readable(manifest, found.ok ? found.value : [], problems);
    const linked = withKnown(runs, onDevice);
    if (problems.length > 0)
      controller.tell({ id: 'kept-run', kind: 'problem', text: inBrief(problems) });
    // What was kept while these were on their way is kept as well.
    const brought = withRuns(withRuns(linked, onDevice), keptOf(controller));
    isBrought = true;
    if (brought.length === 0) return;
    known = found.ok && keptOf(controller).length === 0 && runs.length === 0 ? brought : [];
    controller.setKept(brought, false);
    // A link with runs opens with their table.
    if (runs.length > 0) controller.setEntry(areRunsShown, () => true);
    void keep();
  };

  void bring();
  const stop = controller.document.subscribe(() => void keep());
  return () => {
    isOver = true;
    stop();
  };
}

/** Runs as this version of the page has them: an earlier one may have kept them. */
function readable(lab: Lab, runs: readonly KeptRun[], problems: string[]): readonly KeptRun[] {
  return runs.flatMap((run) => {
    try {
      const settings = readSettings(run.settings, run.ownData?.rows ?? null, lab, []);
      return [{ ...run, settings, edits: run.edits.map((edit) => lab.parseEdit(edit)) }];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push(`${run.name}, kept on this device, is left out: ${reason}`);
      return [];
    }
  });
}

/** Runs with others that are not among them yet, as many as there is room for, each with a mark of its own. */
export function withRuns(runs: readonly KeptRun[], others: readonly KeptRun[]): readonly KeptRun[] {
  let all = [...runs];
  for (const run of others) {
    if (all.length === MOST_KEPT || all.some(({ id }) => id === run.id)) continue;
    const isTaken = all.some(({ mark }) => mark === run.mark);
    all = [...all, isTaken ? { ...run, mark: freeMark(all) ?? run.mark } : run];
  }
  return all.toSorted((a, b) => a.mark - b.mark);
}
