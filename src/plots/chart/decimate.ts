/**
 * Draws a line through many values with at most four vertices per pixel column: first,
 * lowest, highest and last value in it. The picture is that of the full line. Values that
 * are not finite interrupt the line.
 *
 * @param toX position of the index-th value, pixels, not decreasing
 * @param toY position of a value, pixels
 */
export function traceDecimated(
  values: ArrayLike<number>,
  toX: (index: number) => number,
  toY: (value: number) => number,
  pen: { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void },
): void {
  let drawing = false;
  const vertex = (index: number): void => {
    const x = toX(index);
    const y = toY(values[index]);
    if (drawing) pen.lineTo(x, y);
    else pen.moveTo(x, y);
    drawing = true;
  };
  let index = 0;
  while (index < values.length) {
    if (!Number.isFinite(values[index])) {
      drawing = false;
      index++;
      continue;
    }
    const column = Math.floor(toX(index));
    const first = index;
    let low = index;
    let high = index;
    let last = index;
    while (
      index < values.length &&
      Number.isFinite(values[index]) &&
      Math.floor(toX(index)) === column
    ) {
      if (values[index] < values[low]) low = index;
      if (values[index] > values[high]) high = index;
      last = index++;
    }
    vertex(first);
    const earlier = Math.min(low, high);
    const later = Math.max(low, high);
    if (earlier > first && earlier < last) vertex(earlier);
    if (later > earlier && later > first && later < last) vertex(later);
    if (last > first) vertex(last);
  }
}
