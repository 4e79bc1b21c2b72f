export type BackendName = 'webgl' | 'wasm' | 'cpu';
