/**
 * Several arrays of numbers in one, so that a checkpoint keeps its few fields whatever the
 * optimiser has to remember: the count, the lengths, then the numbers.
 */
export function packArrays(arrays: readonly Float64Array[]): Float64Array {
  const header = [arrays.length, ...arrays.map((array) => array.length)];
  const packed = new Float64Array(arrays.reduce((sum, { length }) => sum + length, header.length));
  packed.set(header);
  let at = header.length;
  for (const array of arrays) {
    packed.set(array, at);
    at += array.length;
  }
  return packed;
}

/** The arrays again, as views. Throws a RangeError when there are not `count` whole ones. */
export function unpackArrays(packed: Float64Array, count: number): Float64Array[] {
  const lengths = packed.subarray(1, 1 + count);
  const total = lengths.reduce((sum, length) => sum + length, 1 + count);
  if (packed[0] !== count || total !== packed.length) {
    throw new RangeError(
      `The optimiser's state should pack ${count} arrays; its ${packed.length} numbers do not.`,
    );
  }
  let at = 1 + count;
  return Array.from(lengths, (length) => {
    const view = packed.subarray(at, at + length);
    at += length;
    return view;
  });
}
