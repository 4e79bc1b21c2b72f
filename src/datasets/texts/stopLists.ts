/** Lists of frequent words that tell topics nothing, in 50 languages. Loaded when a text asks for them. */

/** ISO 639-1 code of each language, with its stop words. */
export type StopLists = Readonly<Record<string, readonly string[]>>;

/** A list that covers less than this fraction of the words is not of their language. */
const LEAST_COVERED = 0.1;
/** Nor does one word tell a language: "sea" is a stop word of Spanish. */
const LEAST_DIFFERENT = 2;

export async function loadStopLists(): Promise<StopLists> {
  const lists = await import('stopwords-json');
  return lists.default;
}

/**
 * The language whose stop words make up most of a text; null where none makes up much of it.
 *
 * @param occurrences how often each word occurs
 */
export function languageOf(
  lists: StopLists,
  occurrences: ReadonlyMap<string, number>,
): string | null {
  let all = 0;
  for (const count of occurrences.values()) all += count;
  let language: string | null = null;
  let most = LEAST_COVERED * all;
  for (const [code, words] of Object.entries(lists)) {
    const found = words.map((word) => occurrences.get(word) ?? 0).filter((count) => count > 0);
    const covered = found.reduce((a, b) => a + b, 0);
    if (found.length >= LEAST_DIFFERENT && covered > most) [language, most] = [code, covered];
  }
  return language;
}
