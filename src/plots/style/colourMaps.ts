import { hexOf, labOf, rgbOf } from './cielab.ts';
import type { Theme } from './theme.ts';

/**
 * Colour maps of fields and matrices. Each is a path through CIE L*a*b* walked at constant
 * speed, so that equal differences of the value are equal differences to the eye. Zero is the
 * colour of the plot's surface in either theme: what is not there is not drawn.
 */
export type ColourMap = readonly string[];

/** Entries of a colour map: more could not be distinguished, and a display has no more. */
export const MAP_SIZE = 256;

/** Kinds of field: pixel intensities, standard deviations. */
export type FieldKind = 'intensity' | 'deviation';

const FIELD_STOPS: Readonly<Record<Theme, Readonly<Record<FieldKind, readonly string[]>>>> = {
  light: {
    intensity: ['#ffffff', '#b9d7e6', '#5b9fc6', '#24508f', '#101d3a'],
    deviation: ['#ffffff', '#f3d2ad', '#d98a48', '#96380f', '#3d1205'],
  },
  dark: {
    intensity: ['#1b1d20', '#23405f', '#2f7fa8', '#7cc4c4', '#f4f7da'],
    deviation: ['#1b1d20', '#4f2d1c', '#a3562a', '#e8a76a', '#fdeeda'],
  },
};

const SIGNED_STOPS: Readonly<
  Record<Theme, Readonly<Record<'below' | 'above', readonly string[]>>>
> = {
  light: {
    below: ['#ffffff', '#f0bfa6', '#cf6a3f', '#7c2408'],
    above: ['#ffffff', '#b4d0ea', '#4f86c2', '#12366b'],
  },
  dark: {
    below: ['#1b1d20', '#6b3723', '#cf7547', '#ffd6bd'],
    above: ['#1b1d20', '#2b4a70', '#5c97d6', '#cfe5ff'],
  },
};

/** Heights of a surface, the top the darkest on white and the lightest on black. */
const HEIGHT_STOPS: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#ffffff', '#dfe9d8', '#a9cbb2', '#5a9a93', '#2b5f74'],
  dark: ['#1b1d20', '#1f3136', '#28545a', '#4f8f83', '#b4d3a0'],
};

const WALKED = 1024;

/**
 * A uniform cubic B-spline through the first and the last of `values`, bent towards those between;
 * beyond its ends it goes on straight. A spline has no corners at which the eye would see a border
 * that is not in the values.
 */
function spline(values: readonly number[]): (t: number) => number {
  const last = values.length - 1;
  const value = (i: number): number => {
    if (i < 0) return 2 * values[0] - values[1];
    return i > last ? 2 * values[last] - values[last - 1] : values[i];
  };
  return (t) => {
    const i = Math.min(last - 1, Math.floor(t * last));
    const u = t * last - i;
    return (
      ((1 - u) ** 3 * value(i - 1) +
        (4 - 6 * u ** 2 + 3 * u ** 3) * value(i) +
        (1 + 3 * u + 3 * u ** 2 - 3 * u ** 3) * value(i + 1) +
        u ** 3 * value(i + 2)) /
      6
    );
  };
}

/** `size` colours from the first to the last of `stops`, bent towards those between, at equal distances (CIE 1976 Delta E). */
export function evenRamp(stops: readonly string[], size: number): string[] {
  const path = stops.map(labOf);
  const [l, a, b] = ([0, 1, 2] as const).map((channel) =>
    spline(path.map((stop) => stop[channel])),
  );
  const lengths = new Float64Array(WALKED + 1);
  for (let i = 1; i <= WALKED; i++) {
    const [from, to] = [(i - 1) / WALKED, i / WALKED];
    lengths[i] = lengths[i - 1] + Math.hypot(l(to) - l(from), a(to) - a(from), b(to) - b(from));
  }
  const at = (t: number): string => hexOf([l(t), a(t), b(t)]);
  let walked = 0;
  return Array.from({ length: size }, (_, index) => {
    const wanted = (lengths[WALKED] * index) / (size - 1);
    while (walked < WALKED - 1 && lengths[walked + 1] < wanted) walked++;
    const step = lengths[walked + 1] - lengths[walked];
    const part = step > 0 ? (wanted - lengths[walked]) / step : 0;
    return at((walked + Math.min(1, Math.max(0, part))) / WALKED);
  });
}

const known = new Map<string, ColourMap>();

function remembered(key: string, make: () => ColourMap): ColourMap {
  const map = known.get(key) ?? make();
  known.set(key, map);
  return map;
}

/** The map of a non-negative field. */
export const fieldMap = (kind: FieldKind, theme: Theme): ColourMap =>
  remembered(`${kind} ${theme}`, () => evenRamp(FIELD_STOPS[theme][kind], MAP_SIZE));

/** The map of a signed field: blue above zero, orange below. Zero lies in the middle. */
export const signedMap = (theme: Theme): ColourMap =>
  remembered(`signed ${theme}`, () => {
    const { below, above } = SIGNED_STOPS[theme];
    const half = MAP_SIZE / 2;
    return [...evenRamp(below, half).toReversed(), ...evenRamp(above, half)];
  });

/** `size` colours for the bands of a surface, from the lowest up. */
export const heightRamp = (theme: Theme, size: number): ColourMap =>
  remembered(`height ${theme} ${size}`, () => evenRamp(HEIGHT_STOPS[theme], size));

/** The colour of `value` on a map that covers [low, high]; values outside take the ends. */
export function colourAt(map: ColourMap, value: number, low: number, high: number): string {
  const t = high > low ? (value - low) / (high - low) : 0;
  return map[Math.max(0, Math.min(map.length - 1, Math.floor(t * map.length)))];
}

/** Where black and white have the same contrast, 4.6 : 1, to a background: its lightness L*. */
const MIDDLE = 49.5;

const inks = new Map<string, string>();

/** Black or white, whichever is read better on `background`. Remembered: a matrix asks for each cell. */
export function inkOn(background: string): string {
  const ink = inks.get(background) ?? (labOf(background)[0] > MIDDLE ? '#000000' : '#ffffff');
  inks.set(background, ink);
  return ink;
}

const packedMaps = new WeakMap<ColourMap, Uint8ClampedArray<ArrayBuffer>>();

/**
 * A map as RGBA pixels in the byte order of ImageData on this machine (4 bytes per entry); not to be
 * changed. Remembered: a picture asks for it whenever it is drawn.
 */
export function packedMap(map: ColourMap): Uint8ClampedArray<ArrayBuffer> {
  const packed = packedMaps.get(map) ?? new Uint8ClampedArray(4 * map.length);
  if (packedMaps.has(map)) return packed;
  map.forEach((colour, index) => {
    packed.set([...rgbOf(colour), 255], 4 * index);
  });
  packedMaps.set(map, packed);
  return packed;
}
