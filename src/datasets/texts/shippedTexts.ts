import type { Texts } from './countWords.ts';

/** Corpora in the public domain that come with the page (`scripts/corpora.mjs`). */
export const SHIPPED_TEXTS = ['countries', 'addresses'] as const;
export type ShippedTexts = (typeof SHIPPED_TEXTS)[number];

/** As `scripts/corpora.mjs` writes it. */
interface ShippedFile extends Omit<Texts, 'dates' | 'labels'> {
  readonly labels: readonly number[];
  readonly dates: readonly number[] | null;
}

const FILES: Readonly<Record<ShippedTexts, () => Promise<{ readonly default: ShippedFile }>>> = {
  countries: () => import('./corpora/countries.generated.json'),
  addresses: () => import('./corpora/addresses.generated.json'),
};

/** Rejects with a sentence where the file does not arrive. */
export async function loadShippedTexts(corpus: ShippedTexts): Promise<Texts> {
  const { dates, labels, ...texts } = await FILES[corpus]().then(
    (file) => file.default,
    () => {
      throw new Error(
        `The texts of “${corpus}” could not be loaded. Check the network connection, then open the corpus again.`,
      );
    },
  );
  return { ...texts, labels: Int32Array.from(labels), dates: dates && Float64Array.from(dates) };
}
