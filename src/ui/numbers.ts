/**
 * How numbers are written, read and placed on a slider. Pure functions; the controls draw them.
 */

/** What a number may be. The same fields as a number setting, so one can be passed as it is. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  /**
   * Resolution on a linear scale. A logarithmic scale moves by about 10 % instead; one that has a
   * zero at its beginning goes on from there with the step.
   */
  readonly step: number;
  readonly scale: 'linear' | 'log';
  readonly integer?: boolean;
}

export type ParsedNumber =
  | { readonly ok: true; readonly value: number }
  /** `message` is a sentence for the user: it names what was typed and what is allowed. */
  | { readonly ok: false; readonly message: string };

const MINUS = '−';
const STEPS_PER_DECADE = 24;
const SMALLEST_PLAIN = 1e-3;

/** Digits after the point that a step needs: 1 → 0, 0.25 → 2, 1e-4 → 4. At most 12. */
export function decimalsOfStep(step: number): number {
  for (let decimals = 0; decimals < 12; decimals++) {
    const scaled = step * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * Math.max(1, scaled)) return decimals;
  }
  return 12;
}

/** By decimals, at least and at most: plots write hundreds of numbers a second, and making a format costs far more than using it. */
const formats = new Map<string, Intl.NumberFormat>();

function withDecimals(least: number, most: number): Intl.NumberFormat {
  const key = `${least} ${most}`;
  const known = formats.get(key);
  if (known) return known;
  const range = { minimumFractionDigits: least, maximumFractionDigits: most };
  const format = new Intl.NumberFormat('en-US', range);
  formats.set(key, format);
  return format;
}

/** A fixed number of decimals, a true minus sign, and a dash for what is not a number. */
export const formatFixed = (value: number | null, decimals: number): string =>
  formatBetween(value, decimals, decimals);

/** The same without zeros at its end. */
export const formatAtMost = (value: number | null, decimals: number): string =>
  formatBetween(value, 0, decimals);

function formatBetween(value: number | null, least: number, most: number): string {
  if (value === null || Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${MINUS}∞`;
  const text = withDecimals(least, most).format(Math.abs(value));
  const isNegative = value < 0 && /[1-9]/.test(text);
  return isNegative ? MINUS + text : text;
}

const LARGEST_PLAIN = 1e6;
/** Of a number that is written out; a fraction has all its decimals. */
const MOST_DIGITS = 6;

/**
 * A measure in units that may be of any size: with fixed decimals where these show it, otherwise
 * in powers of ten: "1.21e11".
 */
export function formatMeasured(value: number | null, decimals: number): string {
  const size = Math.abs(value ?? 0);
  const isPlain = size === 0 || (size >= 10 ** -decimals && size < LARGEST_PLAIN);
  if (value === null || isPlain || !Number.isFinite(value)) {
    const beforePoint = size < 1 ? 1 : Math.floor(Math.log10(size)) + 1;
    return formatFixed(value, Math.max(0, Math.min(decimals, MOST_DIGITS - beforePoint)));
  }
  return formatInPowers(value);
}

/** Three digits and a power of ten: "1.21e11". */
export const formatInPowers = (value: number): string =>
  value.toExponential(2).replace('e+', 'e').replaceAll('-', MINUS);

/** Decimals of `value` that show `significant` digits after rounding. */
const decimalsOf = (value: number, significant: number): number => {
  const exponent = Number(value.toExponential(significant - 1).split('e')[1]);
  return Math.max(0, Math.min(6, significant - 1 - exponent));
};

/** Three significant digits: "12.3", "0.00123", "1.21e−7" */
export function formatDigits(value: number): string {
  const size = Math.abs(value);
  if (size < 1e-12) return '0';
  if (size >= 1e6 || size < 1e-4) return formatInPowers(value);
  return formatFixed(value, decimalsOf(value, 3));
}

/** A mean with its standard error, both to the first digit of the error: "3.91 ± 0.09", "0.118 ± 0.006". */
export function formatWithError(value: number, error: number): string {
  if (!(error >= 5e-7) || error >= 1e6) return `${formatDigits(value)} ± ${formatDigits(error)}`;
  const decimals = decimalsOf(error, 1);
  return `${formatFixed(value, decimals)} ± ${formatFixed(error, decimals)}`;
}

/** With so many digits that count, and no zeros after them: "0.0123", "1.2e-7". */
export const formatShort = (value: number, digits: number): string =>
  String(Number(value.toPrecision(digits)))
    .replace('e+', 'e')
    .replaceAll('-', MINUS);

/** The value as its control shows it: decimals of the step, or two to four significant digits. */
export function formatInRange(value: number, range: NumberRange): string {
  if (range.integer || range.scale === 'linear') {
    const decimals = range.integer ? 0 : decimalsOfStep(range.step);
    return value.toFixed(decimals).replace('-', MINUS);
  }
  if (value === 0) return '0';
  const digits = significantDigits(value);
  if (Math.abs(value) < SMALLEST_PLAIN) return value.toExponential(digits - 1).replace(/-/g, MINUS);
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  return value.toFixed(Math.max(0, digits - 1 - magnitude)).replace('-', MINUS);
}

function significantDigits(value: number): number {
  for (let digits = 2; digits < 4; digits++) {
    if (Number(value.toPrecision(digits)) === value) return digits;
  }
  return 4;
}

/** The range in words: "between 1 and 40". */
export function describeRange(range: NumberRange): string {
  const kind = range.integer ? 'a whole number between' : 'a number between';
  return `${kind} ${formatInRange(range.min, range)} and ${formatInRange(range.max, range)}`;
}

/** Reads what was typed. Accepts a true minus sign, a comma for the decimal point and 1e-3. */
export function parseInRange(text: string, range: NumberRange): ParsedNumber {
  const typed = text.trim();
  if (typed === '') return { ok: false, message: `Type ${describeRange(range)}.` };
  const normal = typed.replaceAll(MINUS, '-').replace(/^([^.,]*),([^.,]*)$/, '$1.$2');
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(normal) ? Number(normal) : Number.NaN;
  if (!Number.isFinite(value)) {
    return { ok: false, message: `“${typed}” is not a number. Type ${describeRange(range)}.` };
  }
  if (range.integer && !Number.isInteger(value)) {
    return { ok: false, message: `${typed} is not a whole number. Type ${describeRange(range)}.` };
  }
  if (value < range.min || value > range.max) {
    const side = value < range.min ? 'too small' : 'too large';
    return { ok: false, message: `${typed} is ${side}. Type ${describeRange(range)}.` };
  }
  if (range.scale === 'log' || range.integer) return { ok: true, value };
  // What is kept is what is shown.
  return { ok: true, value: Number(value.toFixed(decimalsOfStep(range.step))) };
}

/** The positions of a logarithmic slider over this range run from 0 to `last`. */
export function logSliderPositions(range: NumberRange): { readonly last: number } {
  const steps = Math.round(Math.log10(range.max / smallestOnLog(range)) * STEPS_PER_DECADE);
  return { last: Math.max(1, steps) + zeroPositions(range) };
}

/** Where a logarithmic scale proper begins; a zero has a position of its own before that. */
const smallestOnLog = ({ min, step }: NumberRange): number => (min > 0 ? min : step);

const zeroPositions = ({ min }: NumberRange): number => (min > 0 ? 0 : 1);

/** Where a value sits on a logarithmic slider: 0 at min, `last` at max. */
export function positionOnLogSlider(value: number, range: NumberRange): number {
  const zeros = zeroPositions(range);
  const smallest = smallestOnLog(range);
  if (zeros > 0 && value < smallest) return Math.max(0, value / smallest);
  const clamped = Math.min(range.max, Math.max(smallest, value));
  const fraction = Math.log(clamped / smallest) / Math.log(range.max / smallest);
  return zeros + fraction * (logSliderPositions(range).last - zeros);
}

/** The value at a position of a logarithmic slider, rounded to two significant digits. */
export function valueOnLogSlider(position: number, range: NumberRange): number {
  const { last } = logSliderPositions(range);
  if (position <= 0) return range.min;
  if (position >= last) return range.max;
  const zeros = zeroPositions(range);
  const smallest = smallestOnLog(range);
  const fraction = Math.max(0, position - zeros) / (last - zeros);
  const exact = smallest * (range.max / smallest) ** fraction;
  const rounded = Number(exact.toPrecision(2));
  const value = range.integer ? Math.round(rounded) : rounded;
  return Math.min(range.max, Math.max(range.min, value));
}

/**
 * The value after a key press, which must always move: sliders snap to whole positions, which a
 * value seldom has, and among small whole numbers a tenth of the value rounds to nothing.
 * `position` is where the slider went from `previous`.
 */
export function valueAfterLogStep(position: number, previous: number, range: NumberRange): number {
  const { last } = logSliderPositions(range);
  if (position <= 0 || position >= last) return valueOnLogSlider(position, range);
  const from = positionOnLogSlider(previous, range);
  const direction = Math.sign(position - from);
  const steps = Math.max(1, Math.round(Math.abs(position - from)));
  const value = valueOnLogSlider(from + direction * steps, range);
  if (value !== previous || !range.integer) return value;
  return Math.min(range.max, Math.max(range.min, previous + direction));
}

/** What Page Up and Shift with an arrow move by: a tenth of the range, in whole steps. */
export function largeStep(range: NumberRange): number {
  const steps = Math.round((range.max - range.min) / range.step / 10);
  return Math.max(2, steps) * range.step;
}
