import { median } from './statistics.ts';

const SIZE = 160;
const PRODUCTS = 8;
const REPEATS = 7;

/**
 * How fast this machine is right now: median milliseconds of a fixed amount of Float64 arithmetic
 * in plain JavaScript on one thread. Timed beside every figure in milliseconds, in Node or in the
 * page, so that figures of two machines, or of a quiet and a busy one, compare as ratios to it.
 */
export function referenceMs(): number {
  const times = Array.from({ length: REPEATS }, () => {
    const start = performance.now();
    multiplyMatrices();
    return performance.now() - start;
  });
  return median(times);
}

function multiplyMatrices(): void {
  const left = Float64Array.from({ length: SIZE * SIZE }, (_, i) => Math.sin(i));
  let right = Float64Array.from({ length: SIZE * SIZE }, (_, i) => Math.cos(i));
  for (let product = 0; product < PRODUCTS; product++) {
    const out = new Float64Array(SIZE * SIZE);
    for (let i = 0; i < SIZE; i++) {
      for (let k = 0; k < SIZE; k++) {
        const factor = left[i * SIZE + k] / SIZE;
        for (let j = 0; j < SIZE; j++) out[i * SIZE + j] += factor * right[k * SIZE + j];
      }
    }
    right = out;
  }
}
