/** Numbers inside formulas: fixed decimals, so that nothing jitters from frame to frame. */

/**
 * Decimals that show about `digits` digits of the largest of `values`, at most four. Take all values
 * a formula will ever show, so that they keep their decimals from frame to frame.
 */
export function decimalsFor(values: Iterable<number>, digits = 4): number {
  let largest = 0;
  for (const value of values) if (Math.abs(value) > largest) largest = Math.abs(value);
  if (largest === 0) return digits - 1;
  const magnitude = Math.floor(Math.log10(largest));
  return Math.min(4, Math.max(0, digits - 1 - Math.max(-1, magnitude)));
}

/** A number in TeX; a dash for what is not one, and no minus before a rounded zero. */
export function texNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '\\text{–}' : texInfinity(value);
  const text = value.toFixed(decimals);
  return /[1-9]/.test(text) ? text : text.replace('-', '');
}

const texInfinity = (value: number): string => (value > 0 ? '\\infty' : '-\\infty');

/** An exact zero is written as 0, so that diagonal matrices are narrow and look diagonal. */
const entry = (value: number, decimals: number): string =>
  value === 0 ? '0' : texNumber(value, decimals);

/** A number as it is written in a sentence, in TeX: "1.2e−3" is 1.2 times ten to the -3. */
export const texOf = (text: string): string =>
  text
    .replaceAll('−', '-')
    .replaceAll(',', '{,}')
    .replace(/e(-?\d+)$/, (_, power: string) => String.raw` \times 10^{${power}}`);

/** A column vector of numbers as sentences write them; of at most `shown`, dots for the rest. */
export function texColumnOf(texts: readonly string[], shown = 2): string {
  const rows = texts.slice(0, shown).map(texOf);
  if (texts.length > shown) rows.push('\\vdots');
  return bracketed(rows.map((row) => [row]));
}

/** A column vector of at most `shown` entries, dots for the rest. */
export function texColumn(values: readonly number[], decimals: number, shown = 2): string {
  const rows = values.slice(0, shown).map((value) => texNumber(value, decimals));
  if (values.length > shown) rows.push('\\vdots');
  return bracketed(rows.map((row) => [row]));
}

/** The upper left block of a square row-major matrix. */
export const texMatrix = (
  values: readonly number[],
  dimension: number,
  decimals: number,
  shown = 2,
): string =>
  texMatrixOf(
    values.map((value) => entry(value, decimals)),
    dimension,
    shown,
  );

/** The same of numbers in TeX. */
export function texMatrixOf(texts: readonly string[], dimension: number, shown = 2): string {
  const size = Math.min(dimension, shown);
  const rows = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_unused, j) => texts[i * dimension + j]),
  );
  if (dimension <= shown) return bracketed(rows);
  return bracketed([
    ...rows.map((row, i) => [...row, i === 0 ? '\\cdots' : '']),
    ['\\vdots', ...Array<string>(size - 1).fill(''), '\\ddots'],
  ]);
}

/** Right-aligned, so that minus signs do not push digits about; columns close together. */
function bracketed(rows: readonly (readonly string[])[]): string {
  const body = rows.map((row) => row.join(' & \\!\\!')).join(' \\\\ ');
  return `\\begin{bmatrix*}[r] ${body} \\end{bmatrix*}`;
}

/** Diagonal matrix, row-major. */
export function diagonal(values: readonly number[]): number[] {
  const d = values.length;
  const matrix = new Array<number>(d * d).fill(0);
  values.forEach((value, i) => {
    matrix[i * d + i] = value;
  });
  return matrix;
}

export function sum(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, i) => value + b[i]);
}
