/** Milliseconds of work after which other tasks on this thread get a turn. */
const SLICE = 8;

/**
 * Cuts long work into slices: `await rest()` often; it returns at once until a slice is used up,
 * and then lets the event loop turn.
 *
 * @param onSlice called at the end of each slice
 */
export function createTimeSlices(onSlice?: () => void): { rest(): Promise<void> } {
  let start = performance.now();
  return {
    async rest() {
      if (performance.now() - start < SLICE) return;
      onSlice?.();
      await new Promise((resolve) => setTimeout(resolve, 0));
      start = performance.now();
    },
  };
}
