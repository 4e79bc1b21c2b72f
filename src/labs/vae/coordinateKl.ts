/**
 * KL(N(mean, variance) || N(0, 1)) in nats, in closed form: one coordinate of (9.32). Between
 * diagonal Gaussians and N(0, I) the KL is the sum of these over coordinates.
 */
export const coordinateKl = (mean: number, variance: number): number =>
  (mean * mean + variance - Math.log(variance) - 1) / 2;
