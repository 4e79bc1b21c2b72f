/** Lists of frequent words that tell topics nothing, in 50 languages. Loaded when a text asks for them. */

/** ISO 639-1 code of each language, with its stop words. */
export type StopLists = Readonly<Record<string, readonly string[]>>;

/** A list that covers less than this fraction of the words is not of their language. */
const LEAST_COVERED = 0.1;

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
    let covered = 0;
    for (const word of words) covered += occurrences.get(word) ?? 0;
    if (covered > most) [language, most] = [code, covered];
  }
  return language;
}
