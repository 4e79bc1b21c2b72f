import type { NiwLayout } from '../../../../distributions/normalInverseWishart.ts';

const ITERATIONS = 30;

/**
 * The longest axes of a cluster from its statistics, unit vectors, by power iteration with
 * deflation. A rough axis does: it only says where to begin a cut.
 *
 * @param statistics one block: count, sums and second moments
 */
export function principalAxes(
  statistics: Float64Array,
  layout: NiwLayout,
  most: number,
): Float64Array[] {
  const d = layout.dimension;
  const scatter = scatterMatrix(statistics, layout);
  const axes: Float64Array[] = [];
  while (axes.length < Math.min(most, d)) {
    // Unequal entries, so that no axis is likely to be missed by being at right angles.
    let axis = Float64Array.from({ length: d }, (_, i) => 1 + i / 3);
    let length = 0;
    for (let iteration = 0; iteration < ITERATIONS; iteration++) {
      const next = multiply(scatter, axis);
      length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0));
      if (length === 0) return axes;
      axis = next.map((value) => value / length);
    }
    axes.push(axis);
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++) scatter[i * d + j] -= length * axis[i] * axis[j];
  }
  return axes;
}

function scatterMatrix(statistics: Float64Array, layout: NiwLayout): Float64Array {
  const { dimension: d, count, linear, quadratic } = layout;
  const scatter = statistics.slice(quadratic, quadratic + d * d);
  for (let i = 0; i < d; i++)
    for (let j = 0; j < d; j++) {
      scatter[i * d + j] -= (statistics[linear + i] * statistics[linear + j]) / statistics[count];
    }
  return scatter;
}

function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
  const d = vector.length;
  return vector.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < d; j++) sum += matrix[i * d + j] * vector[j];
    return sum;
  });
}
