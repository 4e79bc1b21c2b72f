/** The text of a model file, without a page that stands still while a large one is written. */
import { encodeModelFile } from './modelFile.ts';
import type { ModelFile } from './readModelFile.ts';

/** Bytes of numbers and texts from which on a thread of its own pays: some 50 ms of work. */
const LARGE = 2_000_000;

/**
 * A large one as a Blob, which the page passes on without having its characters.
 * Rejects with an Error where the thread breaks.
 */
export async function encodeAside(file: ModelFile): Promise<string | Blob> {
  // Node and tests have no such thread.
  if (sizeOf(file) < LARGE || typeof Worker === 'undefined') return encodeModelFile(file);
  const worker = new Worker(new URL('./encoder.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message || 'it cannot be written'));
      worker.postMessage(file);
    });
  } finally {
    // With the memory that it took.
    worker.terminate();
  }
}

function sizeOf({ checkpoint, ownData }: ModelFile): number {
  const arrays = [...Object.values(checkpoint?.arrays ?? {}), ...(ownData ? [ownData.values] : [])];
  const texts = ownData?.documents?.texts ?? [];
  return (
    arrays.reduce((sum, { byteLength }) => sum + byteLength, 0) +
    texts.reduce((sum, { length }) => sum + length, 0)
  );
}
