/** What the test of tasks has done in other processes. */
export function task(item: number | 'end' | 'endless'): unknown {
  if (item === 'end') process.exit();
  if (item === 'endless') return new Promise(() => {});
  if (item < 0) throw new Error('There is no number below 0 here.');
  return { twice: 2 * item, pid: process.pid };
}
