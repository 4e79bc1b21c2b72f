/** Entry of the thread that a large model file is written in: it is sent a `ModelFile` and answers with the text. */
import { encodeModelFile } from './modelFile.ts';

self.onmessage = ({ data }) => self.postMessage(encodeModelFile(data));
