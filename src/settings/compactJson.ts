/**
 * JSON that stays readable in a link. The characters links cannot carry trade places with ones
 * they can: {"kind":"removeCluster","cluster":3} becomes ('kind':'removeCluster','cluster':3).
 * Trading places, not replacing, makes it reversible for any text.
 */
const PAIRS = ['"\'', '{(', '})', '[!', '];'] as const;
const PARTNER = new Map(PAIRS.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));

function trade(text: string): string {
  return text.replace(/["'{(})[!\];]/g, (character) => PARTNER.get(character) ?? character);
}

/** A plain value (no undefined, no NaN) as text for the value of a link's key. */
export function encodeJson(value: unknown): string {
  return encodeText(trade(JSON.stringify(value)));
}

/** @throws SyntaxError or URIError where the text is not what `encodeJson` makes */
export function decodeJson(text: string): unknown {
  return JSON.parse(trade(decodeURIComponent(text)));
}

/** Text for the value of a link's key; keeps the commas and colons that links allow readable. */
export function encodeText(text: string): string {
  return encodeURIComponent(text).replace(/%3A|%2C|%3B/g, decodeURIComponent);
}
