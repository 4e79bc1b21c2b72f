/** The wasm backend's files as the bundler serves them. Browsers only: Node finds them by itself. */
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import type { WasmFiles } from './backend.ts';

export const wasmFiles: WasmFiles = {
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  // Never used (see `activateBackend`), but tfjs wants a name for each.
  'tfjs-backend-wasm-threaded-simd.wasm': simd,
};

/** The same with the file that nearly every browser uses fetched already, together with its loader. */
export async function wasmFilesAhead(): Promise<WasmFiles> {
  void import('@tensorflow/tfjs-backend-wasm');
  try {
    const response = await fetch(simd);
    if (!response.ok) return wasmFiles;
    const fetched = URL.createObjectURL(await response.blob());
    return { ...wasmFiles, 'tfjs-backend-wasm-simd.wasm': fetched };
  } catch {
    // The backend asks for the file itself, and says in words what is wrong.
    return wasmFiles;
  }
}
