/** Entry of the Web Worker: everything of tfjs and of the models is loaded here, never by the page. */
import { expose } from 'comlink';
import { loadLab, registry } from '../labs/registry.ts';
import { provideWasmFiles } from '../networks/backend.ts';
import { wasmFiles, wasmFilesAhead } from '../networks/wasmFiles.ts';
import { Session } from './session.ts';

// A worker with a name was started for that lab before the page's own script had come: what the
// lab needs is then asked for at once, not when the page opens the lab.
const isAhead = self.name !== '';
if (isAhead) void loadLab(self.name).catch(() => undefined);
const needsWasm = registry.some(({ card }) => card.id === self.name && card.usesBackend !== false);
provideWasmFiles(needsWasm ? wasmFilesAhead() : wasmFiles);

expose(new Session());
