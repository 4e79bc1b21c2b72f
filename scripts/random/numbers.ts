/** A product of three larger ones overflows: a plot cannot draw it. */
const LARGEST = 1e100;

const MOST_FOUND = 5;

/** What may differ from plain finite numbers, because a person's own data or a lab's figures do. */
export interface UnusualNumbers {
  /** Own data may be as large as numbers go. */
  readonly mayBeHuge?: boolean;
  /** Missing values: NaN, at a place that ends with such a number. */
  readonly mayLack?: boolean;
  /** A lab whose figures can be infinite; never NaN. */
  readonly mayBeInfinite?: boolean;
}

/** The first places where plain data hold a number that is not finite, or too large for a plot. */
export function badNumbers(
  data: unknown,
  { mayBeHuge, mayLack, mayBeInfinite }: UnusualNumbers = {},
): string[] {
  const largest = mayBeHuge ? Number.MAX_VALUE : LARGEST;
  const found: string[] = [];
  const check = (value: number, place: string) => {
    const isGap = mayLack && Number.isNaN(value) && /^\.(data|ownData\.values)\.\d+$/.test(place);
    const isInfinite = mayBeInfinite && Math.abs(value) === Number.POSITIVE_INFINITY;
    if (!(Math.abs(value) <= largest) && !isGap && !isInfinite) found.push(`${place}: ${value}`);
  };
  const visit = (value: unknown, place: string): void => {
    if (typeof value === 'number') check(value, place);
    else if (ArrayBuffer.isView(value)) {
      (value as Float64Array).forEach((number, at) => {
        check(number, `${place}.${at}`);
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) visit(part, `${place}.${key}`);
    }
  };
  visit(data, '');
  return found.slice(0, MOST_FOUND);
}
