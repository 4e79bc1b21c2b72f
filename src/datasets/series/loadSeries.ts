import type { OwnData } from '../ownData.ts';
import type { ShippedName, ShippedSeries } from './shippedSeries.ts';

/** As `scripts/series.mjs` writes it. */
interface ShippedFile {
  readonly columns: readonly string[];
  /** N x D, row-major. */
  readonly values: readonly number[];
}

const FILES: Readonly<Record<ShippedName, () => Promise<{ readonly default: ShippedFile }>>> = {
  sunspots: () => import('./sunspots.generated.json'),
  passengers: () => import('./passengers.generated.json'),
  nile: () => import('./nile.generated.json'),
  rivers: () => import('./rivers.generated.json'),
  saintJohn: () => import('./saintJohn.generated.json'),
  heart: () => import('./heart.generated.json'),
  pocket: () => import('./pocket.generated.json'),
  walking: () => import('./walking.generated.json'),
};

/** A shipped series as own data, in its units. Rejects with a sentence where the file does not arrive. */
export async function loadSeries({
  value,
  label,
  calendar,
}: ShippedSeries & { readonly value: ShippedName }): Promise<OwnData> {
  const { columns, values } = await FILES[value]().then(
    (file) => file.default,
    () => {
      throw new Error(
        `The series “${label}” could not be loaded. Check the network connection, then choose it again.`,
      );
    },
  );
  return {
    name: label,
    rows: values.length / columns.length,
    columns,
    values: Float64Array.from(values),
    labels: null,
    ...(calendar && { calendar }),
  };
}
