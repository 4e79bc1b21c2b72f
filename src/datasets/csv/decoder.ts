/** Which bytes are which characters: told by a mark, by zero bytes, or by what would be no UTF-8. */

export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Bytes looked at before anything is decoded. */
const PROBE_LENGTH = 1 << 12;

export interface Decoder {
  push(bytes: Uint8Array): string;
  end(): string;
  /** Known once text is out. */
  encoding(): Encoding;
}

/**
 * Decodes bytes that come in chunks. What is not valid UTF-8 from its first special character on is
 * Windows-1252, as spreadsheets of western Europe write it.
 *
 * @param asked the encoding; found out unless given
 */
export function createDecoder(asked: Encoding | null): Decoder {
  let encoding = asked;
  /** Decodes as it comes; null as long as UTF-8 is only likely. */
  let settled = asked && new TextDecoder(asked);
  let held = new Uint8Array(0);

  function take(last: boolean): string {
    if (encoding === null) {
      if (held.length < PROBE_LENGTH && !last) return '';
      encoding = wideEncoding(held);
      if (encoding !== 'utf-8') settled = new TextDecoder(encoding);
    }
    if (settled) return decodeHeld(settled, held.length, last);
    // Characters of several bytes are kept whole: a chunk ends behind a byte that is one by itself.
    const end = last ? held.length : held.findLastIndex((byte) => byte < 0x80) + 1;
    const part = held.subarray(0, end);
    if (part.every((byte) => byte < 0x80)) return decodeHeld(new TextDecoder(), end, false);
    encoding = isUtf8(part) ? 'utf-8' : 'windows-1252';
    settled = new TextDecoder(encoding);
    return decodeHeld(settled, held.length, last);
  }

  function decodeHeld(decoder: TextDecoder, end: number, last: boolean): string {
    const text = decoder.decode(held.subarray(0, end), { stream: !last });
    held = held.slice(end);
    return encoding === 'windows-1252' ? withoutControls(text) : text;
  }

  return {
    push(bytes) {
      held = joined(held, bytes);
      return take(false);
    },
    end: () => take(true),
    encoding: () => encoding ?? 'utf-8',
  };
}

/** The characters of Windows-1252 in place of the control characters of Latin-1. */
const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Some versions of Node take Windows-1252 for Latin-1, which has no euro sign. */
const withoutControls = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (control) => FROM_0X80[control.charCodeAt(0) - 0x80]);

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 by its mark, or because every second byte is zero; otherwise UTF-8, so far. */
function wideEncoding(start: Uint8Array): Encoding {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]++;
  });
  const pairs = Math.floor(start.length / 2);
  if (pairs > 1 && zeros[1] > 0.7 * pairs && zeros[0] === 0) return 'utf-16le';
  if (pairs > 1 && zeros[0] > 0.7 * pairs && zeros[1] === 0) return 'utf-16be';
  return 'utf-8';
}
