/** A model for NumPy: its arrays under the field's names, with the model file that it is. */
import type { NamedArrays } from '../labs/engine.ts';
import { encodeModelFile } from './modelFile.ts';
import type { ModelFile } from './readModelFile.ts';

const FORMAT_VERSION = 1;
/** The array that holds the text of the model file. */
export const MODEL_FILE = 'model_file';

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
