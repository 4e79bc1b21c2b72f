import { createDecoder, type Encoding } from './decoder.ts';

/** What a browser's `File` and `Blob` offer, and no more of it than is needed. */
export interface BlobLike {
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

export type CsvSource = string | Uint8Array | BlobLike | ReadableStream<Uint8Array>;

export interface TextPiece {
  readonly text: string;
  /** Part of the source read so far, 0 to 1; null where its length is not known. */
  readonly fraction: number | null;
  /** How bytes were turned into text; null where the source is text. */
  readonly encoding: Encoding | null;
}

/** Characters handled in one go: about a millisecond of work. */
const PIECE_LENGTH = 1 << 16;

/**
 * The text of a source in small pieces: decoded, without a byte order mark, and with every line end
 * turned into "\n".
 *
 * @param encoding of bytes; found out unless given
 * @throws whatever the source's stream throws
 */
export async function* csvText(
  source: CsvSource,
  encoding: Encoding | null = null,
): AsyncGenerator<TextPiece> {
  const joinLineEnds = lineEndNormaliser();
  for await (const piece of decoded(source, encoding)) {
    for (let start = 0; start < piece.text.length; start += PIECE_LENGTH) {
      yield { ...piece, text: joinLineEnds(piece.text.slice(start, start + PIECE_LENGTH)) };
    }
  }
}

async function* decoded(source: CsvSource, encoding: Encoding | null): AsyncGenerator<TextPiece> {
  if (typeof source === 'string') {
    const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
    for (let start = 0; start < text.length; start += PIECE_LENGTH) {
      const end = Math.min(start + PIECE_LENGTH, text.length);
      yield { text: text.slice(start, end), fraction: end / text.length, encoding: null };
    }
    return;
  }
  const decoder = createDecoder(encoding);
  if (source instanceof Uint8Array) {
    const text = decoder.push(source) + decoder.end();
    yield { text, fraction: 1, encoding: decoder.encoding() };
    return;
  }
  const size = 'size' in source ? source.size : null;
  let read = 0;
  for await (const bytes of byteChunks('size' in source ? source.stream() : source)) {
    read += bytes.length;
    const fraction = size === null ? null : read / size;
    yield { text: decoder.push(bytes), fraction, encoding: decoder.encoding() };
  }
  yield { text: decoder.end(), fraction: 1, encoding: decoder.encoding() };
}

/** Archives (spreadsheets are), pictures and PDF are no text, by the start of what is decoded. */
export function looksBinary(text: string): boolean {
  const isKnown = text.startsWith('PK\u0003\u0004') || text.startsWith('%PDF-');
  return isKnown || text.slice(0, 4096).includes('\u0000');
}

/** The stream's chunks; gives the stream up when the caller stops early. */
async function* byteChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let finished = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    finished = true;
  } finally {
    // Cancelling a stream that has failed fails again; the first failure is the one to report.
    if (!finished) await reader.cancel().catch(() => undefined);
    reader.releaseLock();
  }
}

/** Turns "\r\n" and "\r" into "\n" across pieces: a trailing "\r" may have its "\n" in the next. */
function lineEndNormaliser(): (text: string) => string {
  let afterReturn = false;
  return (text) => {
    if (text.length === 0) return text;
    const rest = afterReturn && text.startsWith('\n') ? text.slice(1) : text;
    afterReturn = text.endsWith('\r');
    return rest.includes('\r') ? rest.replace(/\r\n?/g, '\n') : rest;
  };
}
