/** Entry of the Web Worker: everything of tfjs and of the models is loaded here, never by the page. */
import { expose } from 'comlink';
import { provideWasmFiles } from '../networks/backend.ts';
import { wasmFiles } from '../networks/wasmFiles.ts';
import { Session } from './session.ts';

provideWasmFiles(wasmFiles);

expose(new Session());
