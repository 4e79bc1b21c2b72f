/** Carries out what is done to clusters, in the plot, by keys or on their card, as edits. */
import {
  parseSvaeGmmEdit,
  type SvaeGmmEdit,
  withEdit,
  withoutRemoval,
} from '../../../models/svaeGmm/edits.ts';
import type { ClusterSummary, SvaeGmmSnapshot } from '../../../models/svaeGmm/snapshot.ts';
import type { Latent } from '../../../plots/coordinates.ts';
import type { Covariance2 } from '../../../plots/ellipse.ts';
import type { GesturePhase } from '../../../plots/useManipulation.ts';
import type { LabController } from '../../../store/controller.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import { type GestureEnd, goesOn, moveEdit, reshapeEdit, withoutCluster } from './clusterEdits.ts';
import { editInWords, removalInWords } from './editWords.ts';
import { createLatestOnly } from './latestOnly.ts';

export interface ClusterHands {
  readonly move: (id: number, mean: Latent, phase: GesturePhase) => void;
  readonly reshape: (id: number, covariance: Covariance2, phase: GesturePhase) => void;
  /** `done` when the slider is let go. */
  readonly weigh: (id: number, weight: number, done: boolean) => void;
  readonly remove: (id: number) => void;
  readonly restore: (id: number) => void;
  readonly undoEditsOf: (id: number) => void;
  readonly clear: () => void;
  readonly bake: () => void;
}

/** `axes`: the two latent dimensions shown. */
export function createClusterHands(
  controller: LabController,
  axes: readonly [number, number],
): ClusterHands {
  const drafts = createLatestOnly((edits: readonly SvaeGmmEdit[]) => controller.draftEdits(edits));
  /** The cluster as it was when it was taken hold of. */
  let grasped: ClusterSummary | null = null;
  let before: { readonly end: GestureEnd; readonly edits: readonly unknown[] } | null = null;

  const committed = (): readonly SvaeGmmEdit[] =>
    controller.document.getState().edits.map(parseSvaeGmmEdit);
  const snapshot = () => controller.run.getState().snapshot as SvaeGmmSnapshot | null;
  const summary = (id: number) => snapshot()?.clusters.find((cluster) => cluster.id === id) ?? null;

  const commit = async (edits: readonly SvaeGmmEdit[], sameStep = false): Promise<boolean> => {
    await drafts.settle();
    try {
      await controller.setEdits(edits, { sameStep });
      return true;
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      controller.tell({ id: 'edit', kind: 'problem', text });
      await controller.dropDraftEdits();
      return false;
    }
  };

  const finish = async (edit: SvaeGmmEdit): Promise<void> => {
    const { kind, cluster } = edit;
    const end = { kind, cluster, at: performance.now() };
    const unchanged = before?.edits === controller.document.getState().edits;
    const sameStep = unchanged && goesOn(before?.end ?? null, end);
    if (!(await commit(withEdit(committed(), edit), sameStep))) return;
    before = { end, edits: controller.document.getState().edits };
    announce(`${editInWords(edit)}.`);
  };

  const gesture = (
    id: number,
    phase: GesturePhase,
    edit: (held: ClusterSummary) => SvaeGmmEdit,
  ) => {
    if (phase === 'start') grasped = summary(id);
    if (!grasped) return;
    if (phase === 'move') drafts.push(withEdit(committed(), edit(grasped)));
    if (phase === 'end') void finish(edit(grasped));
  };

  /** A drag that ends where it began is a press, not an edit. */
  let moved = false;
  const watched = (
    id: number,
    phase: GesturePhase,
    edit: (held: ClusterSummary) => SvaeGmmEdit,
  ) => {
    if (phase === 'start') moved = false;
    if (phase === 'move') moved = true;
    if (phase !== 'end' || moved) gesture(id, phase, edit);
  };

  return {
    move: (id, mean, phase) => watched(id, phase, (held) => moveEdit(held, axes, mean)),
    reshape: (id, covariance, phase) =>
      watched(id, phase, (held) => reshapeEdit(held, axes, covariance)),
    weigh(cluster, weight, done) {
      const edit = { kind: 'weighCluster', cluster, weight } as const;
      if (done) void finish(edit);
      else drafts.push(withEdit(committed(), edit));
    },
    async remove(cluster) {
      const owners = snapshot()?.assignments ?? [];
      if (!(await commit(withEdit(committed(), { kind: 'removeCluster', cluster })))) return;
      const { snapshot: now } = await controller.look();
      announce(`${removalInWords(cluster, owners, (now as SvaeGmmSnapshot).assignments)}.`);
    },
    async restore(cluster) {
      if (!(await commit(withoutRemoval(committed(), cluster)))) return;
      announce(`Cluster ${cluster + 1} is back.`);
    },
    async undoEditsOf(cluster) {
      if (!(await commit(withoutCluster(committed(), cluster)))) return;
      announce(`Cluster ${cluster + 1} is as learned.`);
    },
    async clear() {
      if (await commit([])) announce('All edits cleared: the model is as learned.');
    },
    async bake() {
      await drafts.settle();
      await controller.bakeEdits();
      announce('Edits built into the model. Play goes on from here.');
    },
  };
}
