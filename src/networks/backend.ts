/**
 * Which of tfjs's backends does the arithmetic. A backend's code is loaded when it is first asked
 * for. The networks follow the active backend from one training step to the next.
 */

import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import {
  backend,
  enableProdMode,
  engine,
  env,
  getBackend,
  memory,
  setBackend,
} from '@tensorflow/tfjs-core';

export type BackendName = 'webgl' | 'wasm' | 'cpu';

/** `reason` is a sentence for people; empty when the backend is active. */
export type BackendActivation =
  | { readonly ok: true; readonly reason: '' }
  | { readonly ok: false; readonly reason: string };

/** Where a browser finds the wasm backend's files, by tfjs's names for them. See `wasmFiles.ts`. */
export type WasmFiles = Readonly<Record<WasmFileName, string>>;

type WasmFileName =
  | 'tfjs-backend-wasm.wasm'
  | 'tfjs-backend-wasm-simd.wasm'
  | 'tfjs-backend-wasm-threaded-simd.wasm';

const ACTIVE: BackendActivation = { ok: true, reason: '' };

let wasmFiles: WasmFiles | Promise<WasmFiles> | null = null;
let wasmPrepared = false;
let webglLost = false;

/** Tells where the wasm files are; to be called before wasm is activated. Node needs no telling. */
export function provideWasmFiles(files: WasmFiles | Promise<WasmFiles>): void {
  wasmFiles = files;
}

/**
 * Loads and activates a backend. If that fails, the backend that was active stays so, and the
 * reason says why in words. Call it for one backend at a time.
 */
export async function activateBackend(name: BackendName): Promise<BackendActivation> {
  const previous = activeBackend();
  // No advice to install other packages on the command line, no checks inside kernels.
  enableProdMode();
  try {
    const reason = await load(name);
    if (reason) return { ok: false, reason };
    if (await setBackend(name)) {
      if (name === 'webgl') watchContext();
      return ACTIVE;
    }
    await restore(previous);
    return { ok: false, reason: startFailure(name) };
  } catch (error) {
    await restore(previous);
    const cause = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: `${startFailure(name)} (${cause})` };
  }
}

/** The active backend; null before the first activation. */
export function activeBackend(): BackendName | null {
  const name = getBackend();
  return name === 'webgl' || name === 'wasm' || name === 'cpu' ? name : null;
}

/**
 * Whether the graphics context of the webgl backend was ever lost. tfjs cannot recover from that:
 * what was on the card is gone and this thread's webgl backend with it; a new worker is needed.
 * Kernels on a lost context do not throw, they return wrong numbers: ask after every step.
 */
export function contextLost(): boolean {
  webglLost ||= webglContext()?.isContextLost() ?? false;
  return webglLost;
}

/** Loses the webgl context on purpose, for tests. Does nothing without an active webgl backend. */
export function loseContext(): void {
  webglContext()?.getExtension('WEBGL_lose_context')?.loseContext();
}

/** Tensors alive on all backends: must not grow from step to step. None before the first activation. */
export function tensorCount(): number {
  // A lab without networks activates no backend, and tfjs then has no memory to report.
  return getBackend() === undefined ? 0 : memory().numTensors;
}

/** Empty, or why this backend cannot work here. */
async function load(name: BackendName): Promise<string> {
  switch (name) {
    case 'cpu':
      await import('@tensorflow/tfjs-backend-cpu');
      return '';
    case 'wasm':
      return loadWasm();
    case 'webgl':
      return loadWebgl();
  }
}

async function loadWasm(): Promise<string> {
  if (typeof WebAssembly === 'undefined') return 'This browser has no WebAssembly.';
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  if (!wasmPrepared) {
    wasmPrepared = true;
    if (wasmFiles) setWasmPaths(await wasmFiles);
    // One thread: sums in a fixed order, hence the same numbers on a page with or without
    // cross-origin isolation, and no gain from threads at these sizes anyway.
    env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  }
  return '';
}

async function loadWebgl(): Promise<string> {
  if (contextLost()) return 'The WebGL context was lost; only a new worker can get another one.';
  if (env().get('IS_NODE')) return 'WebGL needs a browser.';
  if (typeof OffscreenCanvas === 'undefined') {
    return 'This browser offers no WebGL to background workers (OffscreenCanvas is missing).';
  }
  if (env().getBool('IS_SAFARI')) {
    return 'TensorFlow.js does not support WebGL in background workers of Safari.';
  }
  await import('@tensorflow/tfjs-backend-webgl');
  // A software rasteriser is slow but right, and backends are chosen by measuring them.
  env().set('SOFTWARE_WEBGL_ENABLED', true);
  if (!env().getBool('HAS_WEBGL')) {
    return 'WebGL is switched off or not supported by this browser or graphics driver.';
  }
  if (!env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) {
    return 'This graphics card computes with 16-bit numbers only: small gradients would become zero.';
  }
  return '';
}

function startFailure(name: BackendName): string {
  const hints: Record<BackendName, string> = {
    cpu: 'The JavaScript backend did not start.',
    wasm: 'The WebAssembly backend did not start: its file could not be loaded or compiled.',
    webgl: 'The WebGL backend did not start.',
  };
  return hints[name];
}

/** tfjs forgets the backend in use when another one fails to start. */
async function restore(previous: BackendName | null): Promise<void> {
  if (previous && previous !== getBackend()) await setBackend(previous);
}

/** Its canvas is missing from TypeScript's types of a worker. */
type Context = WebGLRenderingContext & { readonly canvas: EventTarget };

function webglContext(): Context | null {
  if (getBackend() !== 'webgl' || !engine().registry.webgl) return null;
  return (backend() as MathBackendWebGL).gpgpu.gl as Context;
}

/** A context may come back empty; the event is then the only trace of the loss. */
function watchContext(): void {
  webglContext()?.canvas.addEventListener('webglcontextlost', markLost);
}

function markLost(): void {
  webglLost = true;
}
