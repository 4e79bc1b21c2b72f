/** How a text becomes documents. */

export const CUTS = ['paragraphs', 'lines', 'length'] as const;
export type Cut = (typeof CUTS)[number];

/** Characters of a piece where a text is cut by length: about 150 words of English. */
const PIECE = 900;
/** A piece that finds no end of a sentence is cut at a space, or at last anywhere. */
const LONGEST_PIECE = 1500;
/** Fewer documents than this are too few to find topics in. */
const ENOUGH = 10;
/** Shorter lines are verse or a list rather than documents. */
const LONG_LINE = 40;

/** The documents of a text; those without a character are none. */
export function cutText(text: string, cut: Cut): readonly string[] {
  if (cut === 'paragraphs') return filled(text.split(/\n[^\S\n]*(?:\n[^\S\n]*)+/));
  if (cut === 'lines') return filled(text.split('\n'));
  return filled([...piecesByLength(text)]);
}

/**
 * Paragraphs where there are enough of them, else long lines, else pieces of like length; of a short
 * text whatever gives the most documents.
 */
export function likelyCut(text: string): Cut {
  const isLong = text.length > LONG_LINE * cutText(text, 'lines').length;
  const cuts = CUTS.filter((cut) => cut !== 'lines' || isLong).map((cut) => ({
    cut,
    count: cutText(text, cut).length,
  }));
  const enough = cuts.find(({ count }) => count >= ENOUGH);
  return (enough ?? cuts.reduce((most, its) => (its.count > most.count ? its : most))).cut;
}

/** The first words of a text, to tell it from others. */
export function titleOf(text: string): string {
  const [line = ''] = text.trim().split('\n', 1);
  if (line.length <= LONG_LINE) return line;
  const cut = line.slice(0, LONG_LINE);
  return `${cut.replace(/\s+\S*$/, '')}…`;
}

const filled = (texts: readonly string[]): readonly string[] =>
  texts.map((text) => text.trim()).filter((text) => text !== '');

const SENTENCE_END = /[.!?]["”’']?\s|[。！？]|\n/g;

function* piecesByLength(text: string): Iterable<string> {
  for (let from = 0; from < text.length; ) {
    const window = text.slice(from, from + LONGEST_PIECE);
    const isLast = window.length < LONGEST_PIECE;
    const end =
      endAfter(window, SENTENCE_END) ?? (isLast ? window.length : endAfter(window, /\s/g));
    const length = end ?? PIECE;
    yield text.slice(from, from + length);
    from += length;
  }
}

/** Where the first match behind the wanted length ends; null where there is none. */
function endAfter(window: string, pattern: RegExp): number | null {
  pattern.lastIndex = PIECE;
  return pattern.exec(window) ? pattern.lastIndex : null;
}
