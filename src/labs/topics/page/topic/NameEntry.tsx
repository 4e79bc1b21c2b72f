import { colour } from '../../../../plots/style/palette.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { useTextEntry } from '../../../../ui/useTextEntry.ts';
import type { TopicLook } from '../looks.ts';
import { TopicMark } from '../TopicMark.tsx';
import common from '../topics.module.css';

const COLOURS = 20;
const MOST_CHARACTERS = 60;

interface NameEntryProps {
  readonly look: TopicLook;
  /** Resolves to whether it was taken. */
  readonly onName: (name: string, colour: number) => Promise<boolean>;
}

/** Name and colour of a topic: both follow it into other runs. */
export function NameEntry({ look, onName }: NameEntryProps) {
  const theme = useTheme();
  const { inputProps } = useTextEntry({
    value: look.name,
    limit: MOST_CHARACTERS,
    onCommit: (name) => onName(name, look.colour),
  });
  return (
    <div className={common.row}>
      <TopicMark of={look.colour} />
      <input className={common.field} aria-label="Name of the topic" {...inputProps} />
      <select
        className={common.field}
        aria-label="Colour of the topic"
        value={look.colour}
        style={{ borderColor: colour(look.colour, theme) }}
        onChange={({ target }) => void onName(look.name, Number(target.value))}
      >
        {Array.from({ length: Math.max(COLOURS, look.colour + 1) }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the colour is its place in the palette
          <option key={index} value={index} style={{ color: colour(index, theme) }}>
            ■ Colour {index + 1}
          </option>
        ))}
      </select>
    </div>
  );
}
