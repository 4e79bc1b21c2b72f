/** Names of exported files: what is in them, and which run it came from. */
export interface RunName {
  readonly lab: string;
  readonly seed: number;
  readonly step: number;
}

/** "svae-gmm-seed-3-step-1000-data-space.svg" */
export function fileName(
  { lab, seed, step }: RunName,
  content: string,
  extension: 'svg' | 'png' | 'csv' | 'json',
): string {
  return `${[lab, `seed-${seed}`, `step-${step}`, content].filter(Boolean).join('-')}.${extension}`;
}
