/** A text in pieces: words that the model knows, and what is between them. */
export interface Segment {
  readonly text: string;
  /** Index into the vocabulary; null for what is no word of it. */
  readonly word: number | null;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

export function segmentsOf(text: string, vocabulary: ReadonlyMap<string, number>): Segment[] {
  return Array.from(segmenter.segment(text), ({ segment, isWordLike }) => ({
    text: segment,
    word: (isWordLike && vocabulary.get(segment.normalize('NFC').toLowerCase())) ?? null,
  })).map(({ text: its, word }) => ({ text: its, word: typeof word === 'number' ? word : null }));
}
