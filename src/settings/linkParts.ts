/**
 * Lists of parts in links: what an embedded lab consists of, what a class sees. `settings` is the
 * whole of a part, `settings.clusters` one thing of it.
 */
import { inWords, suggestion } from './words.ts';

export interface LinkPart<Name extends string> {
  readonly name: Name;
  /** Things of the part, by their names; all of them where this is empty. */
  readonly chosen: readonly string[];
}

/** What stands after the dot of settings. */
export const ONE_SETTING = 'one setting, "settings.clusters"';

/** As names of panels and settings are spelled: safe in links and in selectors of styles. */
const NAME = /^[a-zA-Z][\w-]*$/;

export interface PartsToRead<Name extends string> {
  /** The key of the link, for what is wrong. */
  readonly key: string;
  readonly text: string;
  readonly known: readonly Name[];
  /** The parts that consist of named things, and what one of them is, with an example. */
  readonly divided: Readonly<Partial<Record<Name, string>>>;
  readonly report: (problem: string) => void;
}

/** The parts that a link names, in their order; the rest is reported and left out. */
export function readLinkParts<Name extends string>(
  reading: PartsToRead<Name>,
): readonly LinkPart<Name>[] {
  const { key, text, known, divided, report } = reading;
  const parts = new Map<Name, readonly string[] | null>();
  for (const word of text.split(',').filter((one) => one !== '')) {
    const [first, one] = atDot(word);
    const name = known.find((part) => part === first);
    if (!name) {
      report(`"${key}" of the link names ${inWords(first)}. ${suggestion(first, known)}`);
    } else if (one === null) {
      parts.set(name, null);
    } else if (!(name in divided) || !NAME.test(one)) {
      const examples = Object.values(divided).join(', or of ');
      report(
        `"${key}" of the link names ${inWords(word)}. After a dot stands the name of ${examples}.`,
      );
    } else {
      const before = parts.get(name);
      // The whole holds the part.
      if (before !== null) parts.set(name, [...(before ?? []), one]);
    }
  }
  return [...parts].map(([name, chosen]) => ({ name, chosen: chosen ?? [] }));
}

function atDot(word: string): readonly [string, string | null] {
  const dot = word.indexOf('.');
  return dot < 0 ? [word, null] : [word.slice(0, dot), word.slice(dot + 1)];
}

/** The same as a link has them. */
export const writtenParts = (parts: readonly LinkPart<string>[]): string =>
  parts
    .flatMap(({ name, chosen }) =>
      chosen.length === 0 ? [name] : chosen.map((one) => `${name}.${one}`),
    )
    .join(',');
