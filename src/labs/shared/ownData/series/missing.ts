/** "12 values missing", of all values of a series or of those shown; null where none is. */
export function missingInWords(values: Float32Array | Float64Array): string | null {
  let count = 0;
  for (const value of values) if (Number.isNaN(value)) count++;
  if (count === 0) return null;
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'value' : 'values'} missing`;
}
