/** All manifests at once, for the command line, the bench and the tests; the page loads one. */
import type { Lab } from './lab.ts';
import { registry } from './registry.ts';

/** All labs, in the order of the course. */
export const labs: readonly Lab[] = await Promise.all(registry.map(({ lab }) => lab()));

/** What the command line can run: the labs, and their variants after each. */
export const modelIds: readonly string[] = labs.flatMap(({ id, variants = [] }) => [
  id,
  ...variants.map((variant) => variant.id),
]);
