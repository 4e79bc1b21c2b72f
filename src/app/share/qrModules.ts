/** The squares of a QR code. */
import encodeQR from 'qr';

/** Rows of squares, true is dark, with the margin of white that a reader needs. */
export type Modules = readonly (readonly boolean[])[];

/** Squares of white on each side (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** What the largest code with the weakest correction holds in bytes (ISO/IEC 18004, table 7). */
export const MOST_BYTES = 2953;

/**
 * A code with as much correction as costs nothing in size up to "medium", as screens are clean.
 *
 * @returns null where the text is too long for any code
 */
export function modulesOf(text: string): Modules | null {
  const { length } = new TextEncoder().encode(text);
  if (length > MOST_BYTES) return null;
  const code = encodeQR(text, 'raw', { ecc: 'low', border: QUIET_ZONE });
  try {
    const stronger = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE });
    return stronger.length === code.length ? stronger : code;
  } catch {
    // It does not fit with more correction.
    return code;
  }
}

/** The dark squares as one path, each run of a row a rectangle. */
export function pathOf(modules: Modules): string {
  const runs = modules.flatMap((row, y) => {
    const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []));
    return starts.map((x) => {
      const end = row.indexOf(false, x);
      const length = (end < 0 ? row.length : end) - x;
      return `M${x} ${y}h${length}v1h-${length}z`;
    });
  });
  return runs.join('');
}
