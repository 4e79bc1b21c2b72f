/** Of each row of K shares the place of the largest, the first of equals. */
export function likeliest(shares: ArrayLike<number>, K: number): Uint8Array {
  const out = new Uint8Array(shares.length / K);
  for (let row = 0; row < out.length; row++)
    for (let k = 1; k < K; k++) if (shares[row * K + k] > shares[row * K + out[row]]) out[row] = k;
  return out;
}
