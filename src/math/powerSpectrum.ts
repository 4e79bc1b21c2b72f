/** Where the power of a signal of several channels lies, by period. */
import FFT from 'fft.js';

export interface PowerSpectrum {
  /** Steps, from the longest, no longer than the signal, to 2. */
  readonly periods: Float32Array;
  /** Summed over channels; only ratios mean anything. */
  readonly power: Float32Array;
}

/**
 * Periodogram under a Hann window, which keeps a strong line from spilling over weak ones. The
 * mean of each channel is taken off first.
 *
 * @param values rows x channels, row-major; rows are steps
 */
export function powerSpectrum(
  values: ArrayLike<number>,
  rows: number,
  channels: number,
): PowerSpectrum {
  if (rows < 4) return { periods: new Float32Array(0), power: new Float32Array(0) };
  // Twice as long as the signal: bars half as far apart as it can tell frequencies apart.
  const size = 2 ** Math.ceil(Math.log2(2 * rows));
  const fft = new FFT(size);
  const input = new Array<number>(size);
  const spectrum = fft.createComplexArray();
  const first = Math.ceil(size / rows);
  const count = size / 2 - first + 1;
  const power = new Float32Array(count);
  for (let c = 0; c < channels; c++) {
    let mean = 0;
    for (let t = 0; t < rows; t++) mean += values[t * channels + c] / rows;
    input.fill(0);
    for (let t = 0; t < rows; t++) {
      const hann = 0.5 - 0.5 * Math.cos((2 * Math.PI * (t + 0.5)) / rows);
      input[t] = hann * (values[t * channels + c] - mean);
    }
    fft.realTransform(spectrum, input);
    for (let i = 0; i < count; i++) {
      const at = 2 * (first + i);
      power[i] += spectrum[at] ** 2 + spectrum[at + 1] ** 2;
    }
  }
  return { periods: Float32Array.from(power, (_, i) => size / (first + i)), power };
}
