/**
 * What a page can do without at first (typeset formulas, tooltips) waits until it can be used, so
 * that the first picture does not compete with it for the network and the processor.
 */

/** The longest wait, even if the first picture never appears. */
const PATIENCE_MS = 4000;

let resolve: () => void = () => undefined;
const usable = new Promise<void>((done) => {
  resolve = done;
});

/** The first picture is drawn with the next frame; what waits comes after its paint. */
export function markUsable(): void {
  requestAnimationFrame(() => setTimeout(resolve));
}

/** `load`, once the page can be used. */
export async function whenUsable<Module>(load: () => Promise<Module>): Promise<Module> {
  const timer = setTimeout(resolve, PATIENCE_MS);
  await usable;
  clearTimeout(timer);
  return load();
}
