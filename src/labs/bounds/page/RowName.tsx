import { type Look, Swatch } from '../../shared/stage/Swatch.tsx';
import styles from './Parts.module.css';

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
