import type { ReactNode } from 'react';
import { colour } from '../../../plots/style/palette.ts';
import { symbolPath } from '../../../plots/style/symbols.ts';
import { useTheme } from '../../../plots/style/theme.ts';
import type { TopicLook } from './looks.ts';
import styles from './topics.module.css';

/** Colour and mark of a topic, as in plots. */
export function TopicMark({ of }: { readonly of: number }) {
  const theme = useTheme();
  return (
    <svg width={14} height={14} viewBox="-7 -7 14 14" aria-hidden="true" style={{ flex: 'none' }}>
      <path d={symbolPath(of, 5)} fill={colour(of, theme)} />
    </svg>
  );
}

interface TopicButtonProps {
  readonly look: Pick<TopicLook, 'colour' | 'name'>;
  readonly isPressed: boolean;
  readonly onClick: () => void;
  /** After the name. */
  readonly children?: ReactNode;
}

/** The name of a topic with its mark: chooses the topic. */
export const TopicButton = ({ look, isPressed, onClick, children }: TopicButtonProps) => (
  <button type="button" className={styles.topic} aria-pressed={isPressed} onClick={onClick}>
    <TopicMark of={look.colour} />
    {look.name}
    {children}
  </button>
);
