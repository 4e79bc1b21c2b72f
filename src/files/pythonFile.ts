/** A model for NumPy: its arrays under the field's names, with the model file that it is. */
import type { NamedArrays } from '../labs/engine.ts';
import { encodeModelFile } from './modelFile.ts';
import type { ModelFile } from './readModelFile.ts';

const FORMAT_VERSION = 1;
/** The array that holds the text of the model file. */
const MODEL_FILE = 'model_file';

/**
 * What a `.npz` file holds: see `fileTable` in `labs/shared/data/arrayTable.ts`.
 *
 * @param arrays of the lab's engine
 */
export function pythonArrays(file: ModelFile, arrays: NamedArrays): NamedArrays {
  const { lab, seed, settings, edits, checkpoint } = file;
  const about = { lab, seed, step: checkpoint?.step ?? 0, settings, edits };
  const text = new TextEncoder().encode(encodeModelFile(file));
  return {
    format_version: { data: Int32Array.of(FORMAT_VERSION), shape: [] },
    settings: { data: [JSON.stringify(about)], shape: [] },
    ...arrays,
    [MODEL_FILE]: { data: text, shape: [text.length] },
  };
}

/** The text of the model file among the arrays. @throws RangeError where there is none */
export function modelIn(arrays: NamedArrays): string {
  const file = arrays[MODEL_FILE]?.data;
  if (file instanceof Uint8Array) return new TextDecoder().decode(file);
  const message = `The archive holds no array "${MODEL_FILE}". Save all arrays of a file of this page: np.savez(name, **arrays).`;
  throw new RangeError(message);
}
