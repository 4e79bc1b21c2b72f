/** T x P values, row by row: one row per step, one column per pixel of the signal. */
export interface Field {
  readonly values: ArrayLike<number>;
  /** P. */
  readonly pixels: number;
}

/**
 * What `columns` columns of a display show of the first `shown` steps: P x columns, one row per
 * pixel. A column that covers several steps shows their mean, one that lies within a step that
 * step's value. Columns without a finite value are NaN.
 */
export function sampleColumns(field: Field, shown: number, columns: number): Float32Array {
  const { values, pixels } = field;
  const steps = pixels > 0 ? Math.floor(values.length / pixels) : 0;
  const sampled = new Float32Array(pixels * columns).fill(Number.NaN);
  for (let column = 0; column < columns; column++) {
    const left = (shown * column) / columns;
    const right = (shown * (column + 1)) / columns;
    let first = Math.floor(left);
    let last = Math.ceil(right) - 1;
    // Enlarged, a column shows one step: the one its middle lies in.
    if (shown < 2 * columns) {
      first = Math.floor((left + right) / 2);
      last = first;
    }
    first = Math.max(0, first);
    last = Math.min(steps - 1, last);
    for (let pixel = 0; pixel < pixels; pixel++) {
      let sum = 0;
      let count = 0;
      for (let step = first; step <= last; step++) {
        const value = values[step * pixels + pixel];
        if (Number.isFinite(value)) {
          sum += value;
          count++;
        }
      }
      if (count > 0) sampled[pixel * columns + column] = sum / count;
    }
  }
  return sampled;
}

/** How a field becomes colour: a packed map (see colourMaps.ts) over [low, high]. */
export interface Shading {
  readonly map: Uint8ClampedArray;
  readonly low: number;
  readonly high: number;
}

/** At most this much of an overlay covers the field under it. */
const MOST_COVER = 0.85;

/**
 * RGBA of `sampled` (4 bytes per value); NaN is transparent. An `overlay` of the same size covers
 * the field the more the larger its value is.
 */
export function shadeField(
  sampled: ArrayLike<number>,
  shading: Shading,
  overlay?: { readonly sampled: ArrayLike<number>; readonly shading: Shading } | null,
): Uint8ClampedArray {
  const out = new Uint8ClampedArray(4 * sampled.length);
  for (let i = 0; i < sampled.length; i++) {
    const entry = mapEntry(sampled[i], shading);
    if (entry < 0) continue;
    const above = overlay == null ? -1 : mapEntry(overlay.sampled[i], overlay.shading);
    const cover =
      overlay == null || above < 0 ? 0 : (MOST_COVER * above) / (overlay.shading.map.length - 4);
    for (let channel = 0; channel < 3; channel++) {
      const below = shading.map[entry + channel];
      out[4 * i + channel] =
        overlay == null || cover === 0
          ? below
          : below + cover * (overlay.shading.map[above + channel] - below);
    }
    out[4 * i + 3] = 255;
  }
  return out;
}

/** Offset of a value's colour in its packed map; -1 for what is not a number. */
function mapEntry(value: number, { map, low, high }: Shading): number {
  if (Number.isNaN(value)) return -1;
  const last = map.length / 4 - 1;
  const t = high > low ? (value - low) / (high - low) : 0;
  return 4 * Math.max(0, Math.min(last, Math.floor(t * (last + 1))));
}
