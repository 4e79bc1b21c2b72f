/**
 * Colours in CIE L*a*b*, in which distances are those that the eye sees: what maps, mixtures and
 * palettes are made in. d3-color does the same, and reads every way there is to write a colour: five
 * of the kilobytes that a lab may load before its first picture.
 */

/** Lightness from 0 to 100, green to red, blue to yellow; white is that of D50 (CIE 15:2004, 8.2.1). */
type LabColour = readonly [l: number, a: number, b: number];

const WHITE = [0.96422, 1, 0.82521];
/** Below it the cube root is continued by a line. */
const EDGE = 6 / 29;

/** From linear sRGB to XYZ, adapted from the white of D65 to that of D50 (Bradford). */
const TO_XYZ = [
  [0.4360747, 0.3850649, 0.1430804],
  [0.2225045, 0.7168786, 0.0606169],
  [0.0139322, 0.0971045, 0.7141733],
];
const FROM_XYZ = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
];

const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, entry, i) => sum + entry * vector[i], 0));

const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
const gamma = (light: number): number =>
  light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;

const root = (share: number): number =>
  share > EDGE ** 3 ? Math.cbrt(share) : share / (3 * EDGE ** 2) + 4 / 29;
const cube = (root: number): number => (root > EDGE ? root ** 3 : 3 * EDGE ** 2 * (root - 4 / 29));

/** Red, green and blue from 0 to 255 of a colour like `#1d8ff2`. */
export function rgbOf(hex: string): readonly [r: number, g: number, b: number] {
  const number = Number.parseInt(hex.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

/** @param hex a colour like `#1d8ff2` */
export function labOf(hex: string): LabColour {
  const [x, y, z] = times(
    TO_XYZ,
    rgbOf(hex).map((channel) => linear(channel / 255)),
  ).map((value, i) => root(value / WHITE[i]));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** The colour as `#1d8ff2`; outside of sRGB the nearest in each channel. */
export function hexOf([l, a, b]: LabColour): string {
  const y = (l + 16) / 116;
  const xyz = [y + a / 500, y, y - b / 200].map((value, i) => WHITE[i] * cube(value));
  const channels = times(FROM_XYZ, xyz).map((light) =>
    Math.max(0, Math.min(255, Math.round(255 * gamma(light)))),
  );
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** The colour that is `part` of the way, 0 to 1, from one to another. */
export function mixed(from: string, to: string, part: number): string {
  const [start, end] = [labOf(from), labOf(to)];
  const at = (i: 0 | 1 | 2): number => start[i] + part * (end[i] - start[i]);
  return hexOf([at(0), at(1), at(2)]);
}
