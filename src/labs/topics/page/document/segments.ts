import { wordsIn } from '../../../../datasets/texts/words.ts';

/** A piece of a text: a word, or what is between words. */
export interface Segment {
  readonly text: string;
  /** As it is counted; null for what is no word. */
  readonly word: string | null;
}

/** A text cut at its words; joined, the pieces are the text. */
export function segmentsOf(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  const takeUpTo = (end: number, word: string | null): void => {
    if (end > at) segments.push({ text: text.slice(at, end), word });
    at = end;
  };
  for (const { word, start, end } of wordsIn(text)) {
    takeUpTo(start, null);
    takeUpTo(end, word);
  }
  takeUpTo(text.length, null);
  return segments;
}
