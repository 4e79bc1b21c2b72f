/** From here on the series alone is exact to the last digits. */
const LEAST = 8.5;

/**
 * exp(digamma(x)) for x > 0, several times as fast as digamma and exponential one after the other,
 * with a relative error below 1e-13. 0 where x is so small (below 0.0014) that it underflows.
 *
 * From 8.5 on, y = x - 1/2 and exp(digamma(x)) = y + 1 / (24 y) - 37 / (5760 y^3) + ..., the exponential
 * of digamma's own series; below, digamma(x) = digamma(x + n) - sum over i < n of 1 / (x + i).
 */
export function expDigamma(x: number): number {
  if (x >= LEAST) return series(x);
  let shifted = x;
  let sum = 0;
  // Two terms with one division.
  while (shifted < LEAST) {
    sum += (2 * shifted + 1) / (shifted * (shifted + 1));
    shifted += 2;
  }
  return series(shifted) * Math.exp(-sum);
}

function series(x: number): number {
  const y = x - 0.5;
  const t = 1 / (y * y);
  return (
    y *
    (1 +
      t *
        (1 / 24 +
          t *
            (-37 / 5760 +
              t *
                (10313 / 2903040 +
                  t *
                    (-5509121 / 1393459200 +
                      t * (2709398569 / 367873228800 - t * 0.020734675824368137))))))
  );
}
