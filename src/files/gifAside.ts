/** Writes a GIF in a thread of its own. */
import type { GifFrame, GifSize } from './gifLimits.ts';

export interface GifSink {
  add(frame: GifFrame): void;
  /** Rejects with an Error where the thread breaks. */
  finish(): Promise<Uint8Array<ArrayBuffer>>;
  /** Ends the thread, with the memory that it took. */
  dispose(): void;
}

export function gifAside(size: GifSize): GifSink {
  const worker = new Worker(new URL('./gif.worker.ts', import.meta.url), { type: 'module' });
  worker.postMessage(size);
  return {
    add: (frame) => worker.postMessage(frame, [frame.pixels.buffer]),
    finish: () =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message || 'it cannot be written'));
        worker.postMessage(null);
      }),
    dispose: () => worker.terminate(),
  };
}
