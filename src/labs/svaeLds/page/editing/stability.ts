/** Below this the growth is invisible in the steps shown. */
export const GROWS_ABOVE = 1.005;

/** Whether a system with this spectral radius runs away. */
export const growsWithoutBound = (spectralRadius: number): boolean =>
  !(spectralRadius <= GROWS_ABOVE);
