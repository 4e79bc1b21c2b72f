/** What a cell of a table is taken for. */
export type Cell =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'missing' }
  /** "NaN": what programs write for what is missing, or for a sum gone wrong. */
  | { readonly kind: 'not-a-number' }
  | { readonly kind: 'not-finite' }
  | { readonly kind: 'text' };

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const DECIMAL_COMMA = /^[+-]?(\d+,\d*|,\d+)(e[+-]?\d+)?$/i;
const MISSING = /^(|na|n\/a|#n\/a|null|none|missing|\?|-|\.)$/i;
const NOT_A_NUMBER = /^[+-]?nan$/i;
const NOT_FINITE = /^[+-]?(inf|infinity|∞)$/i;

/**
 * Reads a trimmed cell.
 *
 * @param decimalComma whether "1,5" is one and a half; only where commas do not separate cells
 */
export function readCell(text: string, decimalComma: boolean): Cell {
  // Word processors turn the minus sign into U+2212.
  const plain = text.startsWith('\u2212') ? `-${text.slice(1)}` : text;
  if (NUMBER.test(plain)) return finite(Number(plain));
  if (decimalComma && DECIMAL_COMMA.test(plain)) return finite(Number(plain.replace(',', '.')));
  if (MISSING.test(plain)) return { kind: 'missing' };
  if (NOT_A_NUMBER.test(plain)) return { kind: 'not-a-number' };
  if (NOT_FINITE.test(plain)) return { kind: 'not-finite' };
  return { kind: 'text' };
}

function finite(value: number): Cell {
  return Number.isFinite(value) ? { kind: 'number', value } : { kind: 'not-finite' };
}
