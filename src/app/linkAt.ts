import { selectedInLinks } from '../labs/lab.ts';
import { labNamed } from '../labs/registry.ts';
import { withLinkedRuns } from '../labs/shared/runs/linkedRuns.ts';
import { encodeLink } from '../settings/link.ts';
import { changedOnTheWay, notRepeated } from '../store/notRepeated.ts';
import { notesOf } from '../store/view.ts';
import { labRunner } from './labRunner.ts';

/**
 * The address of the present state at a training step, and what it cannot carry, in words. It shows
 * all of the page.
 */
export function linkAt(step: number): { readonly href: string; readonly missing: string } {
  const { controller } = labRunner();
  const document = controller.document.getState();
  const { lab, settings, seed, edits, ownData, origin } = document;
  const { view, trainedUnder } = controller.run.getState();
  const entry = labNamed(lab);
  const { notes, missing: runsMissing } = withLinkedRuns(entry, notesOf(view), document);
  const state = {
    ...{ lab, settings, seed, edits, ownData, hidden: [] },
    steps: step > 0 ? step : null,
    view: view.flags,
    selected: selectedInLinks(entry, view.selected),
    notes,
  };
  const { hash, problems } = encodeLink(state, entry);
  const atStart = notRepeated(entry, origin);
  const onTheWay = changedOnTheWay(entry, trainedUnder, document, step);
  const unrepeated = atStart.length > 0 ? atStart : onTheWay;
  const missing = [
    ...problems.map(({ message }) => message),
    ...unrepeated,
    ...(runsMissing === null ? [] : [runsMissing]),
  ];
  return { href: new URL(hash, window.location.href).href, missing: missing.join(' ') };
}
