/**
 * Options of fast-check for one of `tests` that share so many random inputs: a few in the unit
 * tests, as many as the environment says in `npm run random`. The seed repeats a failure.
 *
 * @param usual inputs of all the tests together, where the environment says nothing
 */
export function runsOf(what: 'LINKS' | 'MODELS', usual: number, tests = 1) {
  const { env } = process;
  const seed = env.RANDOM_SEED === undefined ? {} : { seed: Number(env.RANDOM_SEED) };
  return { numRuns: Math.ceil(Number(env[`RANDOM_${what}`] ?? usual) / tests), ...seed };
}
