/**
 * What a lab opens with: the link if it says anything, else the work kept on this device, else the
 * model shipped with the page, else a start from the seed.
 */
import type { Lab } from '../labs/lab.ts';
import {
  type FirstDocument,
  fromFile,
  plain,
  readShipped,
  type Sources,
} from './documentSources.ts';

export async function firstDocument(lab: Lab, sources: Sources): Promise<FirstDocument> {
  if (sources.linkState !== '') {
    const { linkedDocument } = await import('./linkedDocument.ts');
    return linkedDocument(lab, sources);
  }
  const kept = await sources.storage.recall(lab);
  if (kept.ok && kept.value) {
    const { file, warnings, visit, savedAt, linkState, step } = kept.value;
    const mark = { visit, savedAt, linkState, step };
    return { ...fromFile(file, warnings, file.pretrained), kept: mark };
  }
  const problems = kept.ok ? [] : [kept.problem.message];
  const shipped = lab.startsTrained === false ? null : await readShipped(lab, lab.id, sources);
  if (shipped === null) return { ...plain(lab), problems };
  if (!shipped.ok) return { ...plain(lab), problems: [...problems, shipped.problem.message] };
  return fromFile(shipped.file, [...problems, ...shipped.warnings], true);
}
