/**
 * Colours of a display as lightness L* and the opponents a*, b* (CIE 1976, white of D50 and sRGB as
 * in d3-color, of which this is the part that is needed).
 */
export interface LabColour {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

/** Red, green and blue, 0 to 255; not rounded, and beyond that range where a display cannot show it. */
export type RgbColour = readonly [number, number, number];

/** X, Y and Z of red, green and blue light. */
const TO_XYZ = [
  [0.4360747, 0.3850649, 0.1430804],
  [0.2225045, 0.7168786, 0.0606169],
  [0.0139322, 0.0971045, 0.7141733],
] as const;
const TO_LIGHT = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
] as const;
const WHITE = [0.96422, 1, 0.82521] as const;
/** Below this the cube root of Lab goes over into a line. */
const DARK = 6 / 29;
const SLOPE = 3 * DARK * DARK;
const START = 4 / 29;

type Matrix = readonly (readonly [number, number, number])[];
const product = (matrix: Matrix, [x, y, z]: RgbColour): number[] =>
  matrix.map((row) => row[0] * x + row[1] * y + row[2] * z);

/** Of "#rgb", "#rrggbb" or "rgb(r, g, b)". */
export function rgbOf(colour: string): RgbColour {
  if (!colour.startsWith('#')) {
    const [r = 0, g = 0, b = 0] = (colour.match(/\d+/g) ?? []).map(Number);
    return [r, g, b];
  }
  const digits = colour.length > 4 ? colour.slice(1) : colour.slice(1).replace(/./g, '$&$&');
  const packed = Number.parseInt(digits, 16);
  return [packed >> 16, (packed >> 8) & 255, packed & 255];
}

export function labOf(colour: string): LabColour {
  const [r, g, b] = rgbOf(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [x, y, z] = product(TO_XYZ, [r, g, b]).map((value, i) => {
    const share = value / WHITE[i];
    return share > DARK ** 3 ? Math.cbrt(share) : share / SLOPE + START;
  });
  // A grey has no hue, whatever is lost in rounding.
  const isGrey = r === g && g === b;
  return { l: 116 * y - 16, a: isGrey ? 0 : 500 * (x - y), b: isGrey ? 0 : 200 * (y - z) };
}

/** The nearest that a display can show. */
function shown({ l, a, b }: LabColour): number[] {
  const y = (l + 16) / 116;
  const [x, middle, z] = [y + a / 500, y, y - b / 200].map(
    (root, i) => WHITE[i] * (root > DARK ? root ** 3 : SLOPE * (root - START)),
  );
  const light = product(TO_LIGHT, [x, middle, z]);
  return light.map((value) => {
    const encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.max(0, Math.min(255, Math.round(255 * encoded)));
  });
}

/** "rgb(r, g, b)" of the nearest colour that a display can show. */
export const cssOf = (colour: LabColour): string => `rgb(${shown(colour).join(', ')})`;

/** The same as "#rrggbb". */
export const hexOf = (colour: LabColour): string =>
  `#${shown(colour)
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;

/** The colour `share` of the way from one to another. */
export function mixed(from: string, to: string, share: number): string {
  const [first, second] = [labOf(from), labOf(to)];
  const along = (key: keyof LabColour) => first[key] * (1 - share) + second[key] * share;
  return cssOf({ l: along('l'), a: along('a'), b: along('b') });
}
