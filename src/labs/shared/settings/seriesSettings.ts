/** The series that come with the page, as signals of a lab's table. */
import { SHIPPED_OPTIONS, type ShippedName } from '../../../datasets/series/shippedSeries.ts';

export { SHIPPED_OPTIONS, shippedSeries } from '../../../datasets/series/shippedSeries.ts';

/** The options of some of them. */
export function shippedOptions<Name extends ShippedName>(...names: readonly Name[]) {
  return SHIPPED_OPTIONS.flatMap(({ value, ...words }) =>
    names.filter((name) => name === value).map((name) => ({ ...words, value: name })),
  );
}
