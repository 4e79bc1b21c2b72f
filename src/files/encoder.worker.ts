/** Entry of the thread that a large model file is written in: it is sent a `ModelFile` and answers with the text as a Blob. */
import { encodeModelFile } from './modelFile.ts';

self.onmessage = ({ data }) =>
  self.postMessage(new Blob([encodeModelFile(data)], { type: 'application/json' }));
