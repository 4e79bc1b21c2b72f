/** Entry of the Web Worker: everything of tfjs and of the models is loaded here, never by the page. */
import { expose } from 'comlink';
import { provideWasmFiles } from '../networks/backend.ts';
import { wasmFiles, wasmFilesAhead } from '../networks/wasmFiles.ts';
import { Session } from './session.ts';

// A worker with a name was started for that lab before the page's own script had come: what a
// backend needs is then asked for at once, not when the page asks for the lab.
provideWasmFiles(self.name === '' ? wasmFiles : wasmFilesAhead());

expose(new Session());
