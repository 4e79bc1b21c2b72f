/** How a cell of a table is written as a number, and what else it may hold. */

/** The sign before the decimals; the other one can then only set thousands apart. */
export type DecimalSign = '.' | ',';

/** What a cell is taken for. */
export type Cell =
  | {
      readonly kind: 'number';
      /** The number if a point is the decimal sign; null where it cannot be. */
      readonly point: number | null;
      /** The number if a comma is. */
      readonly comma: number | null;
      /** What goes along with the digits: "", "%", "€", "kg". */
      readonly affix: string;
      /** What stands between its digits: "", ".", ",", ".,", " " and so on; "(" or "-" around them. */
      readonly marks: string;
    }
  | { readonly kind: 'missing' }
  /** "NaN": what programs write for a missing value, or for a sum gone wrong. */
  | { readonly kind: 'not-a-number' }
  | { readonly kind: 'not-finite' }
  | { readonly kind: 'text' };

/** What spreadsheets show for a value they cannot compute, in any language: "#N/A", "#WERT!". */
export const ERROR_VALUE = '#(?:N/A|NA|NV|[¡¿]?[\\p{Lu}/0]+[!?])';

const MISSING = new RegExp(
  `^(|<?na>?|n/a|n\\.a\\.|k\\. ?a\\.|nat|nil|nd|n\\.d\\.|[(<]?null[)>]?|\\\\n|none|missing|[?*:]|-{1,3}|–|—|\\.{1,3}|${ERROR_VALUE})$`,
  'iu',
);
const NOT_A_NUMBER = /^[+-]?(nan|1\.#(ind|qnan))$/i;
const NOT_FINITE = /^[+-]?((1\.#)?inf|infinity|∞)$/i;

const CURRENCY =
  '[A-Z]{0,2}\\p{Sc}|Fr\\.|Rs\\.?|kr\\.?|zł|Kč|EUR|USD|GBP|CHF|JPY|CNY|INR|BRL|CAD|AUD|SEK|NOK|DKK|PLN|CZK';
const CURRENCY_ONLY = new RegExp(`^(${CURRENCY})$`, 'u');

/** Sign and currency in either order, digits with separators, an exponent, and a unit. */
const PARTS = new RegExp(
  `^([+-]?)\\s?(${CURRENCY})?\\s?([+-]?)((?:\\d|[.,](?=\\d))(?:[\\d.,']| (?=\\d))*)(?:([ed])([+-]?\\d+))?\\s?((?:[\\p{L}\\p{Sc}%‰°][^\\d"',;]{0,11})?)$`,
  'iu',
);

/** Negative numbers of bookkeeping: "(1.50)" and "1.50-". */
const ACCOUNT = /^(?:\(([^()+-]+)\)|([^()+-]*\d)\s?-)$/;

/** Most cells by far: digits, at most one point that is not before exactly three of them. */
const PLAIN = /^[+-]?\d+(?:\.(?!\d{3}$)\d*)?$/;

/** Reads a trimmed cell in all the ways it can be read. */
export function readCell(text: string): Cell {
  if (PLAIN.test(text)) {
    const value = Number(text);
    const hasPoint = text.includes('.');
    return finite(value, hasPoint ? null : value, '', hasPoint ? '.' : '');
  }
  const plain = normalised(text);
  if (MISSING.test(plain)) return { kind: 'missing' };
  if (NOT_A_NUMBER.test(plain)) return { kind: 'not-a-number' };
  if (NOT_FINITE.test(plain)) return { kind: 'not-finite' };
  const account = ACCOUNT.exec(plain);
  const parts = PARTS.exec(account?.[1] ?? account?.[2] ?? plain);
  if (!parts) return { kind: 'text' };
  const [, before, currency, after, body, letter, exponent, unit] = parts;
  if ((before && after) || (currency && unit)) return { kind: 'text' };
  const negative = account || before === '-' || after === '-' ? '-' : '';
  const power = letter === undefined ? '' : `e${exponent}`;
  const number = (decimal: DecimalSign) => {
    const digits = ungrouped(body, decimal, power === '');
    return digits === null ? null : Number(`${negative}${digits}${power}`);
  };
  const [point, comma] = [number('.'), number(',')];
  if (point === null && comma === null) return { kind: 'text' };
  const mark = account ? (account[1] === undefined ? '-' : '(') : '';
  return finite(point, comma, currency ?? unit.trim(), body.replace(/\d/g, '') + mark);
}

/** Whether an affix is money: columns often write it in some rows only. */
export const isCurrency = (affix: string): boolean => CURRENCY_ONLY.test(affix);

function finite(point: number | null, comma: number | null, affix: string, marks: string): Cell {
  const fits = Number.isFinite(point ?? 0) && Number.isFinite(comma ?? 0);
  return fits ? { kind: 'number', point, comma, affix, marks } : { kind: 'not-finite' };
}

/** One kind of minus, space and apostrophe, and without the quotes spreadsheets force text with. */
function normalised(text: string): string {
  const plain = text
    .replace(/[\u2212\u2010\u2011\uFF0D]/g, '-')
    .replace(/[\u00A0\u2007\u2008\u2009\u202F]/g, ' ')
    .replace(/[\u2019\u02BC]/g, "'");
  const quoted = /^(?:=?"(.*)"|'(.*?)'?)$/.exec(plain);
  return (quoted?.[1] ?? quoted?.[2] ?? plain).trim();
}

const GROUPED = /^[1-9]\d{0,2}(?:([.,' ])\d{3}(?:\1\d{3})*)$/;
const GROUPED_IN_INDIA = /^[1-9]\d?(?:,\d{2})+,\d{3}$/;

/** The digits with a decimal point and nothing else; null when they are no number. */
function ungrouped(body: string, decimal: DecimalSign, mayGroup: boolean): string | null {
  const [whole, part = '', ...more] = body.split(decimal);
  if (more.length > 0 || !/^\d*$/.test(part)) return null;
  if (/^\d*$/.test(whole)) return whole + part === '' ? null : `${whole || 0}.${part || 0}`;
  const isGrouped = mayGroup && (GROUPED.test(whole) || GROUPED_IN_INDIA.test(whole));
  return isGrouped ? `${whole.replace(/\D/g, '')}.${part || 0}` : null;
}
