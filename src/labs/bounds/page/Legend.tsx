import { symbolPath } from '../../../plots/style/symbols.ts';
import styles from './Stage.module.css';

export interface LegendEntry {
  readonly name: string;
  readonly colour: string;
  readonly dashes?: string | undefined;
  /** By the numbers of `symbolPath`: a mark instead of a line. */
  readonly mark?: number;
}

/** What the lines and marks of a chart are. */
export const Legend = ({ entries }: { readonly entries: readonly LegendEntry[] }) => (
  <ul className={styles.legend} aria-label="Lines">
    {entries.map(({ name, colour, dashes, mark }) => (
      <li key={name}>
        <svg viewBox="0 0 22 12" width="22" height="12" aria-hidden="true">
          {mark === undefined ? (
            <line
              {...{ x1: 0, x2: 22, y1: 6, y2: 6 }}
              stroke={colour}
              strokeWidth="2.5"
              strokeDasharray={dashes}
            />
          ) : (
            <path d={symbolPath(mark, 4)} transform="translate(11 6)" fill={colour} />
          )}
        </svg>
        {name}
      </li>
    ))}
  </ul>
);
