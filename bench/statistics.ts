/** Linear interpolation between the order statistics; NaN for no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.ceil(at);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** "median 4.1 ms (3.9 to 4.6)"; without the unit where it is empty. */
export function spread(values: readonly number[], unit: string, digits = 1): string {
  const [least, middle, most] = [0, 0.5, 1].map((q) => quantile(values, q).toFixed(digits));
  return `median ${middle}${unit && ` ${unit}`} (${least} to ${most})`;
}
