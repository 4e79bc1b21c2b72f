import { useMemo } from 'react';
import { useSteady } from '../host/useSteady.ts';
import { type AxisOf, linearAxis } from './axes.ts';
import { type Interval, nextInterval } from './intervals.ts';

const asItIs = (range: Interval): Interval => range;

/**
 * An axis for values that change: it stays while they fit, and is fitted again where `key` changes.
 *
 * @param wanted keep it as long as the values are the same; null where there are none
 * @param shown what is drawn of the range; stays the same from one render to the next
 */
export function useSteadyAxis(
  name: string,
  wanted: Interval | null,
  key: string | number,
  shown: (range: Interval) => Interval = asItIs,
): AxisOf {
  const range = useSteady(wanted, key, nextInterval);
  return useMemo(() => linearAxis(name, shown(range)), [name, range, shown]);
}
