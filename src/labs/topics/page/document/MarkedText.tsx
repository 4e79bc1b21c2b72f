import { memo, useMemo } from 'react';
import { colour } from '../../../../plots/style/palette.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import type { DocumentAnswer } from '../../snapshot.ts';
import type { TopicLook } from '../looks.ts';
import styles from './Document.module.css';
import { segmentsOf } from './segments.ts';

export interface MarkedTextProps {
  readonly text: string;
  readonly vocabulary: readonly string[];
  readonly answer: Pick<DocumentAnswer, 'words' | 'responsibilities'> | null;
  readonly looks: readonly TopicLook[];
  /** The id of the topic whose words stand out; null for all. */
  readonly hovered: number | null;
}

/** A text with each word in the colour of its most likely topic; words that are left out struck through. */
export const MarkedText = memo(function MarkedText(props: MarkedTextProps) {
  const { text, vocabulary, answer, looks, hovered } = props;
  const theme = useTheme();
  const index = useMemo(
    () => new Map(vocabulary.map((word, at) => [word, at] as const)),
    [vocabulary],
  );
  const segments = useMemo(() => segmentsOf(text), [text]);
  const topicOf = useMemo(() => answer && mostLikely(answer, looks.length), [answer, looks]);
  return (
    <p className={styles.text} dir="auto">
      {segments.map(({ text: piece, word }, at) => {
        if (word === null || topicOf === null) return piece;
        const found = topicOf.get(index.get(word) ?? -1);
        const look = found && looks[found.topic];
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text
        if (!look) return <s key={at}>{piece}</s>;
        const isQuiet = hovered !== null && hovered !== look.id;
        const strength = isQuiet ? 6 : Math.round(10 + 22 * found.probability);
        return (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={at}
            className={styles.marked}
            style={{
              background: `color-mix(in srgb, ${colour(look.colour, theme)} ${strength}%, transparent)`,
            }}
            data-tooltip={`${look.name}: ${Math.round(100 * found.probability)} %`}
          >
            {piece}
          </span>
        );
      })}
    </p>
  );
});

/** For each word of a document, its most likely topic, by its place among the topics. */
function mostLikely(
  { words, responsibilities }: Pick<DocumentAnswer, 'words' | 'responsibilities'>,
  K: number,
) {
  const found = new Map<number, { readonly topic: number; readonly probability: number }>();
  words.forEach((word, at) => {
    let topic = 0;
    for (let k = 1; k < K; k++)
      if (responsibilities[at * K + k] > responsibilities[at * K + topic]) topic = k;
    found.set(word, { topic, probability: responsibilities[at * K + topic] });
  });
  return found;
}
