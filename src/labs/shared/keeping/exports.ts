/** Takes what the lab shows out of the page, and models back in. */

import { encodeAside } from '../../../files/encodeAside.ts';
import { columnsCsv } from '../../../files/exportCsv.ts';
import { type OpenedModel, openModel } from '../../../files/openModel.ts';
import { keyOf } from '../../../plots/chart/objective.ts';
import { toPng, toSvgString } from '../../../plots/pen/exportPicture.ts';
import { inBrief } from '../../../settings/words.ts';
import type { LabController } from '../../../store/controller.ts';
import { fromFile } from '../../../store/documentSources.ts';
import { withArrays } from '../../../store/withArrays.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import { objectiveOf } from '../../lab.ts';
import { labNamed } from '../../registry.ts';
import type { PythonOffer, TableOffer } from './labExports.ts';

/** Which run an exported file came from. */
interface RunName {
  readonly lab: string;
  readonly seed: number;
  readonly step: number;
}

/** "svae-gmm-seed-3-step-1000-data-space.svg" */
export function fileName(
  { lab, seed, step }: RunName,
  content: string,
  extension: 'svg' | 'png' | 'csv' | 'json' | 'npz' | 'ipynb' | 'zip' | 'gif',
): string {
  return `${[lab, `seed-${seed}`, `step-${step}`, content].filter(Boolean).join('-')}.${extension}`;
}

/** Long enough for every browser to have begun reading what the link points to. */
const KEEP_URL_MS = 30_000;

/** Has the browser save a file to its downloads. */
export function saveFile(name: string, content: string | Blob, type: string): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_URL_MS);
}

/** @throws Error where the part is not shown */
export function partOfStage(picture: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(`[data-stage-part="${picture}"]`);
  if (element) return element;
  throw new Error(
    'This part of the stage is not shown now. Close the view over the plots, or choose another part.',
  );
}

/** Saves a picture of a part of the stage as it is now, or of all of it: `stage`. */
export async function exportPicture(
  controller: LabController,
  picture: string,
  format: 'svg' | 'png',
): Promise<void> {
  const element = partOfStage(picture);
  const name = fileName(runName(controller), picture === 'stage' ? '' : picture, format);
  if (format === 'svg') saveFile(name, toSvgString(element), 'image/svg+xml');
  else saveFile(name, await toPng(element), 'image/png');
}

/** Saves what the lab shows now, edits included, as a table. */
export async function exportTable(controller: LabController, table: TableOffer): Promise<void> {
  const { snapshot: shown, step } = await controller.currentFrame();
  const snapshot = (await table.complete?.(shown, controller)) ?? shown;
  const run = controller.run.getState();
  const { dataset } = run;
  if (!dataset) return;
  const name = fileName(
    { ...runName(controller), step },
    table.label.toLowerCase().replaceAll(' ', '-'),
    'csv',
  );
  saveFile(name, table.csv(snapshot, dataset, run), 'text/csv');
}

/** Saves a zip archive with the model as it is, edits included, for NumPy, and a notebook that loads it. */
export async function exportPython(controller: LabController, offer: PythonOffer): Promise<void> {
  const [{ archive, npz }, { pythonArrays }, { notebookText }, notebook] = await Promise.all([
    import('../../../files/npz.ts'),
    import('../../../files/pythonFile.ts'),
    import('./notebookText.ts'),
    offer.notebook(),
  ]);
  const [saved, { arrays, checkpoint }] = await Promise.all([
    controller.modelFile(),
    controller.ask((api) => api.arrays()),
  ]);
  // Training may go on between the two: the arrays are those of their own checkpoint.
  const file = { ...saved, checkpoint };
  const run = { lab: file.lab, seed: file.seed, step: checkpoint.step };
  const model = fileName(run, '', 'npz');
  const all = { ...arrays, ...offer.more?.(arrays, controller) };
  const content = archive({
    [model]: npz(pythonArrays(file, all)),
    [fileName(run, '', 'ipynb')]: new TextEncoder().encode(notebookText(notebook, model)),
  });
  saveFile(fileName(run, 'python', 'zip'), new Blob([content]), 'application/zip');
}

/** The objective and its parts over the steps of training; `of` a model, where the lab has several. */
export function exportBound(controller: LabController, of = ''): void {
  const { step, terms } = controller.run.getState().history;
  const { lab, settings } = controller.document.getState();
  const objective = objectiveOf(labNamed(lab), settings);
  // Files have the name of the usual objective, whichever K is in the chosen one's.
  const usual = objectiveOf(labNamed(lab)).name.toLowerCase();
  const text = columnsCsv([
    { name: 'step', values: step },
    { name: objective.name.toLowerCase(), values: terms[keyOf(objective)] ?? [] },
    ...objective.parts.map((part) => ({ name: part.name, values: terms[part.key] ?? [] })),
  ]);
  const content = of === '' ? usual : `${of.toLowerCase()}-${usual}`;
  saveFile(fileName(runName(controller), content, 'csv'), text, 'text/csv');
}

export async function exportModel(controller: LabController): Promise<void> {
  const file = await controller.modelFile();
  const { lab, seed, checkpoint } = file;
  const name = fileName({ lab, seed, step: checkpoint?.step ?? 0 }, 'model', 'json');
  saveFile(name, await encodeAside(file), 'application/json');
}

/**
 * Opens a model file, or arrays from Python, in place of what is on the page; one undo brings that
 * back.
 *
 * @param known the file as it was read for the lab on the page, where that has been done
 */
export async function importModel(
  controller: LabController,
  file: File,
  known: OpenedModel | null = null,
  titleOf: (lab: string) => string | null = () => null,
): Promise<void> {
  const refuse = (reason: string) => {
    const text = `${file.name} was not opened, and nothing has changed. ${reason}`;
    controller.tell({ id: 'import', kind: 'problem', text });
  };
  const lab = controller.labNamed(controller.document.getState().lab);
  const { visit } = controller.run.getState();
  const isSameVisit = () => controller.run.getState().visit === visit;
  const opened = known ?? (await openModel(file, lab));
  // The person may have gone on to another lab already.
  if (!isSameVisit()) return;
  if (opened === null) return refuse('The file cannot be read.');
  const { decoded, arrays } = opened;
  if (!decoded.ok) {
    const { lab: owner, message } = decoded.problem;
    const title = owner === undefined ? null : titleOf(owner);
    return refuse(title === null ? message : `It is a model of “${title}”, not of “${lab.title}”.`);
  }
  const warnings = decoded.hasChecksum ? decoded.warnings : [...decoded.warnings, NO_CHECKSUM];
  const { document, history, problems } = fromFile(decoded.file, warnings, false);
  let names: readonly string[] = [];
  try {
    const taken = arrays && (await withArrays(controller, document, arrays));
    names = taken?.names ?? [];
    if (!isSameVisit()) return;
    if (!(await controller.openDocument(taken?.document ?? document, history))) return;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  if (problems.length > 0) {
    controller.tell({ id: 'import', kind: 'problem', text: inBrief(problems) });
  }
  if (names.length > 0) {
    const text = `The model has other parameters than the one that was saved. Read from ${file.name}: ${names.join(', ')}.`;
    controller.tell({ id: 'arrays', kind: 'info', text });
  }
  announce(`The model of ${file.name} is open.`);
}

const NO_CHECKSUM =
  'The file was saved by an earlier version of this page and has no checksum, so damage to it may go unseen. Save the model again to add one.';

export function runName(controller: LabController): RunName {
  const { lab, seed } = controller.document.getState();
  return { lab, seed, step: controller.run.getState().step };
}
