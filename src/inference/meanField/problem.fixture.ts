import { blockAt, createMixtureFamily, type MixtureFamily } from '../../distributions/mixture.ts';
import { createNormalInverseWishart } from '../../distributions/normalInverseWishart.ts';
import { createRandom, fillNormal } from '../../math/random.ts';

/** A random mixture and node potentials for the tests of mean field. */
export interface MeanFieldProblem {
  readonly K: number;
  readonly d: number;
  readonly B: number;
  readonly family: MixtureFamily;
  readonly natural: Float64Array;
  readonly expected: Float64Array;
  readonly precision: Float64Array;
  readonly linear: Float64Array;
  readonly noise: Float64Array;
}

/** @param spread scale of the component means: small ones overlap and share their points. */
export function randomProblem(
  K: number,
  d: number,
  B: number,
  seed: number,
  spread = 1.5,
): MeanFieldProblem {
  const random = createRandom(seed);
  const family = createMixtureFamily(K, d);
  const component = createNormalInverseWishart(d);
  const natural = new Float64Array(family.length);
  for (let k = 0; k < K; k++) {
    natural[k] = 0.5 + 4 * random.uniform();
    const psi = new Float64Array(d * d);
    const g = new Float64Array(d * d);
    fillNormal(random, g);
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++) {
        psi[i * d + j] = i === j ? 2 : 0;
        for (let c = 0; c < d; c++) psi[i * d + j] += g[i * d + c] * g[j * d + c];
      }
    const mean = new Float64Array(d);
    fillNormal(random, mean);
    const standard = {
      mean: mean.map((value) => spread * value),
      kappa: 0.5 + 3 * random.uniform(),
      psi,
      nu: d + 1 + 5 * random.uniform(),
    };
    component.fromStandard(standard, natural, blockAt(family.layout, k));
  }
  const expected = new Float64Array(family.length);
  family.expectedStatistics(natural, 0, expected, 0);
  const [linear, noise] = [new Float64Array(B * d), new Float64Array(B * d)];
  fillNormal(random, linear);
  fillNormal(random, noise);
  const precision = Float64Array.from({ length: B * d }, () => 0.2 + 2 * random.uniform());
  return { K, d, B, family, natural, expected, precision, linear, noise };
}
