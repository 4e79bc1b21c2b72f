import type { ReactNode } from 'react';
import { type Compared, comparedLook } from '../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../plots/style/theme.ts';
import { ChangingText } from '../../../ui/ChangingText.tsx';
import styles from './Stage.module.css';
import { sizeOf } from './words.ts';

interface FigureHeadingProps {
  readonly name: string;
  /** In nats. */
  readonly value: number;
  readonly look?: Compared;
  readonly children?: ReactNode;
}

/** The heading of a panel that is about one figure. */
export function FigureHeading({ name, value, look, children }: FigureHeadingProps) {
  const theme = useTheme();
  return (
    <span className={styles.figure} style={look && { color: comparedLook(look, theme).colour }}>
      {name} ={' '}
      <b>
        <ChangingText>{sizeOf(value)}</ChangingText>
      </b>
      {children}
    </span>
  );
}
