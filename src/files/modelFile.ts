/** The model file: a run with all it needs to go on bit for bit, as JSON one can look into. */
import type { OwnDocuments } from '../datasets/ownData.ts';
import type { LinkLab } from '../settings/link.ts';
import { checksumOf } from './checksum.ts';
import type { ModelFileBody } from './modelFileSchema.ts';
import { namedCheckpoint } from './oldCheckpoint.ts';
import {
  type DecodedModelFile,
  type ElboHistory,
  MODEL_FORMAT,
  MODEL_VERSION,
  type ModelFile,
  readModelFile,
} from './readModelFile.ts';
import { encodeArray } from './typedArrays.ts';

export function encodeModelFile(file: ModelFile): string {
  const { ownData, checkpoint } = file;
  const body: ModelFileBody = {
    lab: file.lab,
    settings: { ...file.settings },
    seed: file.seed,
    edits: [...file.edits],
    ownData: ownData && {
      name: ownData.name,
      rows: ownData.rows,
      columns: [...ownData.columns],
      values: encodeArray(ownData.values),
      labels: ownData.labels && encodeArray(ownData.labels),
      ...(ownData.calendar && { calendar: ownData.calendar }),
      ...(ownData.documents && { documents: encodeDocuments(ownData.documents) }),
    },
    checkpoint: checkpoint && {
      step: checkpoint.step,
      arrays: Object.fromEntries(
        Object.entries(checkpoint.arrays).map(([name, array]) => [name, encodeArray(array)]),
      ),
    },
    history: file.history && finiteHistory(file.history),
    pretrained: file.pretrained,
    ...(file.continued && { continued: true }),
  };
  return sealModelFile(body);
}

/** The text of a model file of the present version. */
export function sealModelFile(body: ModelFileBody): string {
  const content = { format: MODEL_FORMAT, version: MODEL_VERSION, ...body };
  return JSON.stringify({ ...content, checksum: checksumOf(content) }, null, 1);
}

/** JSON knows no NaN, so the steps on which a run broke down are left out. */
function finiteHistory({ step, elbo }: ElboHistory): NonNullable<ModelFileBody['history']> {
  const kept = [...step.keys()].filter((index) =>
    Object.values(elbo[index]).every(Number.isFinite),
  );
  return { step: kept.map((index) => step[index]), elbo: kept.map((index) => elbo[index]) };
}

const encodeDocuments = ({ texts, titles, dates, groups, loci }: OwnDocuments) => ({
  ...{ texts: [...texts], titles: [...titles], groups: [...groups] },
  ...(loci && { loci: [...loci] }),
  dates: dates && encodeArray(dates),
});

/** Reads a model file of any version from anywhere, see `readModelFile`. */
export const decodeModelFile = (text: string, lab: LinkLab): DecodedModelFile =>
  readModelFile(text, lab, { checksumOf, namedCheckpoint });
