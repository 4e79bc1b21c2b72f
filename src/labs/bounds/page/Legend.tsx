import { type Look, Swatch } from '../../shared/stage/Swatch.tsx';
import styles from './Stage.module.css';

export interface LegendEntry extends Look {
  readonly name: string;
  readonly hasLine?: boolean;
}

/** What the lines and marks of a chart are. */
export const Legend = ({ entries }: { readonly entries: readonly LegendEntry[] }) => (
  <ul className={styles.legend} aria-label="Lines">
    {entries.map(({ name, ...look }) => (
      <li key={name}>
        <Swatch {...look} />
        {name}
      </li>
    ))}
  </ul>
);
