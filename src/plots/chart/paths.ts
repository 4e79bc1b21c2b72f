/** SVG paths of lines and bands through values. */

/** Tenths of a pixel. */
const DIGITS = 1;

type At = (index: number) => number;

/**
 * A line through `count` places; those that are not finite interrupt it.
 *
 * @param digits digits after the point
 */
export function linePath(count: number, x: At, y: At, digits = DIGITS): string {
  return stretches(count, (index) => Number.isFinite(y(index)))
    .map(([from, to]) => asLine(through(from, to, x, y, digits), from, to))
    .join('');
}

/** The same line, and what lies between it and `base`. Places are written once for both. */
export function lineAndArea(
  count: number,
  x: At,
  y: At,
  base: number,
): { readonly line: string; readonly area: string } {
  let [line, area] = ['', ''];
  for (const [from, to] of stretches(count, (index) => Number.isFinite(y(index)))) {
    const stretch = through(from, to, x, y, DIGITS);
    line += asLine(stretch, from, to);
    area += `M${stretch}V${written(base)}H${written(x(from))}Z`;
  }
  return { line, area };
}

/** What lies between two lines; places where either is not finite interrupt it. */
export function bandPath(count: number, x: At, low: At, high: At, digits = DIGITS): string {
  const isPlace: At = (index) => low(index) + high(index);
  return stretches(count, (index) => Number.isFinite(isPlace(index)))
    .map(([from, to]) => {
      const back = (line: At) => (index: number) => line(to - 1 - index + from);
      const there = through(from, to, x, high, digits);
      return `M${there}L${through(from, to, back(x), back(low), digits)}Z`;
    })
    .join('');
}

/** The outline of `count` bars on `base`, the next beginning where one ends. */
export function stairs(count: number, edge: At, top: At, base: number): string {
  let path = `M${written(edge(0))},${written(base)}`;
  for (let index = 0; index < count; index++)
    path += `V${written(top(index))}H${written(edge(index + 1))}`;
  return `${path}V${written(base)}Z`;
}

/** A place by itself is a dot. */
const asLine = (stretch: string, from: number, to: number): string =>
  `M${stretch}${to === from + 1 ? 'Z' : ''}`;

function through(from: number, to: number, x: At, y: At, digits: number): string {
  let places = `${written(x(from), digits)},${written(y(from), digits)}`;
  for (let index = from + 1; index < to; index++)
    places += `L${written(x(index), digits)},${written(y(index), digits)}`;
  return places;
}

/** A rounded number. Whole numbers are written much faster than fractions. */
export function written(value: number, digits = DIGITS): string {
  const scale = 10 ** digits;
  const scaled = Math.round(value * scale);
  if (digits !== 1 || Math.abs(scaled) > 1e9) return String(scaled / scale);
  const size = Math.abs(scaled);
  const whole = Math.floor(size / 10);
  const tenths = size - 10 * whole;
  return `${scaled < 0 ? '-' : ''}${whole}${tenths === 0 ? '' : `.${tenths}`}`;
}

/** What lies between interruptions, from the first up to, but without, the last. */
function stretches(count: number, isPlace: (index: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  for (let index = 0; index <= count; index++) {
    if (index < count && isPlace(index)) continue;
    if (index > from) found.push([from, index]);
    from = index + 1;
  }
  return found;
}
