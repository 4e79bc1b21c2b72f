import { symbolPath } from '../../../plots/style/symbols.ts';
import styles from './Parts.module.css';

/** How something is drawn in charts: colour, dashes of its line, and the number of its mark. */
export interface Look {
  readonly colour: string;
  readonly dashes?: string | undefined;
  readonly mark?: number | undefined;
}

/** A piece of the line with its mark. */
const Swatch = ({ colour, dashes, mark }: Look) => (
  <svg viewBox="0 0 30 12" width="30" height="12" aria-hidden="true">
    <line x1="0" x2="30" y1="6" y2="6" stroke={colour} strokeWidth="2.5" strokeDasharray={dashes} />
    {mark !== undefined && (
      <path d={symbolPath(mark, 4)} transform="translate(15 6)" fill={colour} />
    )}
  </svg>
);

interface RowNameProps {
  readonly look: Look;
  readonly name: string;
  /** It is drawn in the other plots. */
  readonly isShown: boolean;
}

/** The name of a row, with its line and mark. */
export const RowName = ({ look, name, isShown }: RowNameProps) => (
  <span className={styles.rowName}>
    <Swatch {...look} />
    {isShown ? <b>{name}</b> : name}
  </span>
);
