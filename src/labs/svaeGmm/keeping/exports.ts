/** Takes what the lab shows out of the page, and models back in. */
import { columnsCsv, pointsCsv } from '../../../files/exportCsv.ts';
import { decodeModelFile, encodeModelFile } from '../../../files/modelFile.ts';
import type { SvaeGmmSnapshot } from '../../../models/svaeGmm/snapshot.ts';
import { toPng, toSvgString } from '../../../plots/exportPicture.ts';
import type { LabController } from '../../../store/controller.ts';
import { fromFile } from '../../../store/firstDocument.ts';
import { labNamed } from '../../../store/labs.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import type { StagePart } from '../stage/StagePanel.tsx';
import { fileName, type RunName } from './fileNames.ts';
import { saveFile } from './saveFile.ts';

/** A name that a part of the stage goes by, or all of it. */
export type Picture = StagePart | 'stage';

/** Saves a picture of what is on the page now. */
export async function exportPicture(
  controller: LabController,
  picture: Picture,
  format: 'svg' | 'png',
): Promise<void> {
  const element = document.querySelector<HTMLElement>(`[data-stage-part="${picture}"]`);
  // Only the slow motion takes the place of the plots.
  if (!element) throw new Error('Close “One iteration, slowly” first, the plots are behind it.');
  const name = fileName(runName(controller), picture === 'stage' ? '' : picture, format);
  if (format === 'svg') saveFile(name, toSvgString(element), 'image/svg+xml');
  else saveFile(name, await toPng(element), 'image/png');
}

/** Observations, clusters, latents and reconstructions as they are now, edits included. */
export async function exportPoints(controller: LabController): Promise<void> {
  const { snapshot, step } = await controller.look();
  const { dataset } = controller.run.getState();
  if (!dataset) return;
  const { latents, latentDimension, assignments, confidence, reconstructions } =
    snapshot as SvaeGmmSnapshot;
  const text = pointsCsv({
    dataset,
    latents,
    latentDimension,
    assignments,
    confidence,
    reconstructions,
  });
  saveFile(fileName({ ...runName(controller), step }, 'points', 'csv'), text, 'text/csv');
}

/** The bound and its parts over the steps of training. */
export function exportBound(controller: LabController): void {
  const { step, total, reconstruction, localKl, globalKl } = controller.run.getState().history;
  const text = columnsCsv([
    { name: 'step', values: step },
    { name: 'elbo', values: total },
    { name: 'reconstruction', values: reconstruction },
    { name: 'local KL', values: localKl },
    { name: 'global KL', values: globalKl },
  ]);
  saveFile(fileName(runName(controller), 'elbo', 'csv'), text, 'text/csv');
}

export async function exportModel(controller: LabController): Promise<void> {
  const file = await controller.modelFile();
  const { lab, seed, checkpoint } = file;
  const name = fileName({ lab, seed, step: checkpoint?.step ?? 0 }, 'model', 'json');
  saveFile(name, encodeModelFile(file), 'application/json');
}

/** Opens a model file in place of what is on the page; one undo brings that back. */
export async function importModel(controller: LabController, file: File): Promise<void> {
  const lab = labNamed(controller.document.getState().lab);
  const decoded = decodeModelFile(await file.text(), lab);
  if (!decoded.ok) {
    const text = `${file.name}: ${decoded.problem.message}`;
    controller.tell({ id: 'import', kind: 'problem', text });
    return;
  }
  const { document, history, problems } = fromFile(decoded.file, decoded.warnings, false);
  await controller.openDocument(document, history);
  for (const text of problems) controller.tell({ id: text, kind: 'problem', text });
  announce(`The model of ${file.name} is open.`);
}

function runName(controller: LabController): RunName {
  const { lab, seed } = controller.document.getState();
  return { lab, seed, step: controller.run.getState().step };
}
