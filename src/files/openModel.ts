/** Reads a model that a person opens: a model file, or arrays from Python with one in them. */
import type { NamedArrays } from '../labs/engine.ts';
import type { LinkLab } from '../settings/link.ts';
import { decodeModelFile } from './modelFile.ts';
import type { DecodedModelFile } from './readModelFile.ts';

export interface OpenedModel {
  readonly decoded: DecodedModelFile;
  /** Parameters that count where they differ from those of the model file; null where it came alone. */
  readonly arrays: NamedArrays | null;
}

export const isOfPython = ({ name }: File): boolean => /\.(npz|zip)$/i.test(name);

/** Null where the file cannot be read: it may have been moved since it was chosen. */
export async function openModel(file: File, lab: LinkLab): Promise<OpenedModel | null> {
  if (isOfPython(file)) {
    const buffer = await file.arrayBuffer().catch(() => null);
    return buffer && openArrays(new Uint8Array(buffer), lab);
  }
  const text = await file.text().catch(() => null);
  return text === null ? null : { decoded: decodeModelFile(text, lab), arrays: null };
}

async function openArrays(bytes: Uint8Array, lab: LinkLab): Promise<OpenedModel> {
  const [{ readNpz }, { modelIn }] = await Promise.all([
    import('./readNpz.ts'),
    import('./pythonFile.ts'),
  ]);
  try {
    const arrays = readNpz(bytes);
    return { decoded: decodeModelFile(modelIn(arrays), lab), arrays };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const problem = { kind: 'damaged', message: error.message } as const;
    return { decoded: { ok: false, problem }, arrays: null };
  }
}
