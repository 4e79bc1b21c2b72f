/** Entry of the thread that a GIF is written in: it is sent a size, frames, and null at the end, and answers with the bytes. */
import { GifWriter } from './gif.ts';

let writer: GifWriter | null = null;

self.onmessage = async ({ data }) => {
  if (data === null) {
    const bytes = await writer?.finish();
    self.postMessage(bytes);
  } else if ('width' in data) writer = new GifWriter(data);
  else writer?.add(data);
};
