/**
 * The words of a text, by the boundaries of Unicode (UAX 29). Scripts that are written without spaces
 * are cut by `Intl.Segmenter`, which takes 30 times as long as a regular expression.
 */

/** A word as it is counted, and where it stands in the text: from `start` up to `end`. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Letters, marks, digits, signs that connect them, and those that are not seen. */
const PART = String.raw`[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\u00ad\u200c\u200d]`;
/** An apostrophe or a full stop stands inside a word between letters, a comma between digits. */
const INSIDE = String.raw`(?<=\p{Alphabetic}\p{M}*)['’‘.:·׳״](?=\p{Alphabetic})|(?<=\p{Nd})[.,;'’](?=\p{Nd})`;
const PICTURE = String.raw`\p{Extended_Pictographic}|\p{Regional_Indicator}`;
const RUNS = new RegExp(
  `${PART}+(?:(?:${INSIDE})${PART}+)*|(?:${PICTURE})(?:${PICTURE}|[\\p{Emoji_Modifier}\\ufe0f\\u200d])*`,
  'gu',
);

const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
const PICTURES = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
/** Longer runs of one script are cut into pieces: the segmenter's time grows with their square. */
const LONGEST_RUN = 200;

let segmenter: Intl.Segmenter | null = null;

/** Calls back with each run of a text that is a word, or several without spaces between them. */
export function eachRun(text: string, visit: (run: string, start: number) => void): void {
  RUNS.lastIndex = 0;
  for (let found = RUNS.exec(text); found !== null; found = RUNS.exec(text)) {
    const [run] = found;
    const next = RUNS.lastIndex;
    visit(run, found.index);
    // The callback may have read another text.
    RUNS.lastIndex = next;
  }
}

/** The words in a run, in lower case; a run of signs without a letter has none. */
export function wordsOfRun(run: string): readonly PlacedWord[] {
  if (!WITHOUT_SPACES.test(run)) {
    const word = counted(run);
    return word === '' ? [] : [{ word, start: 0, end: run.length }];
  }
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  const words: PlacedWord[] = [];
  for (let from = 0; from < run.length; ) {
    const piece = pieceOf(run, from);
    for (const { segment, index, isWordLike } of segmenter.segment(piece)) {
      if (!isWordLike && !PICTURES.test(segment)) continue;
      const word = counted(segment);
      const start = from + index;
      if (word !== '') words.push({ word, start, end: start + segment.length });
    }
    from += piece.length;
  }
  return words;
}

/** The words of a text in their order, with their places. */
export function wordsIn(text: string): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  eachRun(text, (run, at) => {
    for (const { word, start, end } of wordsOfRun(run))
      words.push({ word, start: at + start, end: at + end });
  });
  return words;
}

/** Digits alone, with what stands between them. */
export const isNumber = (word: string): boolean => /^[\p{Nd}.,;'_]+$/u.test(word);

/** One spelling: lower case, one kind of apostrophe, no possessive, nothing that is not seen. */
function counted(written: string): string {
  const lower = written.toLowerCase();
  if (/^[a-z]+$/.test(lower)) return lower;
  const plain = lower
    .normalize('NFC')
    .replace(/[\u00ad\u200c\u200d]+$|^[\u00ad\u200c\u200d]+|\u00ad/g, '')
    .replace(/[’‘]/g, "'")
    .replace(/'s$/, '');
  return /[\p{L}\p{N}]/u.test(plain) || PICTURES.test(plain) ? plain : '';
}

function pieceOf(run: string, from: number): string {
  const piece = run.slice(from, from + LONGEST_RUN);
  // Not between the halves of a character.
  const last = piece.charCodeAt(piece.length - 1);
  const isHalf = last >= 0xd800 && last < 0xdc00 && piece.length > 1;
  return isHalf ? piece.slice(0, -1) : piece;
}
