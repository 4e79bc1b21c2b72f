/** Opens a dropped file: in the lab on the page, in the one it belongs to, or in one that is chosen. */
import { type OpenedModel, openModel } from '../../files/openModel.ts';
import type { Lab } from '../../labs/lab.ts';
import { entryNamed, registry } from '../../labs/registry.ts';
import { importModel } from '../../labs/shared/keeping/exports.ts';
import { loadCsv } from '../../labs/shared/ownData/csvLoading.ts';
import { notices } from '../../ui/notices.ts';
import { labRunner } from '../labRunner.ts';
import { navigate } from '../router.ts';
import type { Dropped } from './droppedFile.ts';

/** What has to be asked before a file can be opened. */
export type DropQuestion =
  | { readonly kind: 'which-lab'; readonly file: File; readonly labs: readonly Lab[] }
  /** The model of another lab than the one on the page. */
  | { readonly kind: 'other-lab'; readonly file: File; readonly lab: Lab };

/**
 * @param here the lab on the page; null on other pages
 * @returns what has to be asked first; null when the file is open or was refused
 */
export async function openDropped(
  dropped: Dropped,
  here: Lab | null,
): Promise<DropQuestion | null> {
  notices.dismiss('drop');
  if (dropped.kind === 'refused') {
    notices.problem({ id: 'drop', text: dropped.why });
    return null;
  }
  if (dropped.kind === 'texts') {
    if (here) await openTextsIn(here, await dropped.files);
    return null;
  }
  const { kind, file } = dropped;
  const labs = await Promise.all(registry.map(({ lab }) => lab()));
  if (kind === 'table') {
    if (here === null) return { kind: 'which-lab', file, labs };
    await openTableIn(here, file);
    return null;
  }
  // On pages without a lab any will do to find out whose it is.
  const opened = await openModel(file, here ?? labs[0]);
  if (!opened) {
    notices.problem({ id: 'drop', text: `${file.name}: The file cannot be read.` });
    return null;
  }
  const { decoded } = opened;
  const owner = decoded.ok
    ? (here ?? labs[0])
    : (labs.find(({ id }) => id === decoded.problem.lab) ?? here);
  if (owner === null) {
    const why = decoded.ok ? '' : decoded.problem.message;
    notices.problem({ id: 'drop', text: `${file.name}: ${why}` });
    return null;
  }
  if (here !== null && owner !== here) return { kind: 'other-lab', file, lab: owner };
  await openModelIn(owner, file, decoded.ok || owner === here ? opened : null);
  return null;
}

/** Trains nothing yet: the lab opens on the rows of the table. */
export async function openTableIn(lab: Lab, file: File): Promise<void> {
  const { parts } = await entryNamed(lab.id).page();
  if (parts.takeTexts) return openTextsIn(lab, [file]);
  if (parts.intake) return loadCsv(await controllerOf(lab), file, await parts.intake());
  const text = `${file.name} was not opened: the lab “${lab.title}” takes no table of data.`;
  notices.problem({ id: 'drop', text });
}

async function openTextsIn(lab: Lab, files: readonly File[]): Promise<void> {
  const { parts } = await entryNamed(lab.id).page();
  await parts.takeTexts?.(await controllerOf(lab), files);
}

/** @param known the file as it was read for the lab, where that has been done */
export async function openModelIn(
  lab: Lab,
  file: File,
  known: OpenedModel | null = null,
): Promise<void> {
  await importModel(await controllerOf(lab), file, known);
}

/** Goes to the lab, unless it is on the page. */
async function controllerOf({ id }: Lab) {
  const { controller, enter } = labRunner();
  if (controller.document.getState().lab !== id || !window.location.hash.startsWith(`#/${id}`)) {
    navigate({ path: `/${id}`, linkState: '' });
    await enter(id, '');
  }
  await controller.whenOpen();
  return controller;
}
