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
