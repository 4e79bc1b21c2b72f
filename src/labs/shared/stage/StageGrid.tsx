import type { CSSProperties, ReactNode } from 'react';
import { classNames } from '../../../ui/classNames.ts';
import styles from './StageGrid.module.css';

/**
 * Where the panels of a stage are: for each kind of window a picture of rows and columns, as
 * `grid-template` takes it, with the names of the panels as its areas.
 */
export interface StageLayout {
  /** Where the page scrolls: each row has a height. */
  readonly page: string;
  /** In a stage of at most 40rem in width: one column. Absent: as `page`. */
  readonly narrow?: string;
  /** Where the panels fill the height of the window. */
  readonly full: string;
  /** There, in a stage of at most 42rem in height. Absent: as `full`. */
  readonly low?: string;
  /** Much wider than high, as when presenting. Absent: as `low`. */
  readonly wide?: string;
  /** As wide, with a formula and notes below the stage. Absent: as `wide`. */
  readonly strip?: string;
  /** Not much wider than high, and low, as when presenting with the diagram. Absent: as `low`. */
  readonly squat?: string;
}

interface StageGridProps {
  readonly layout: StageLayout;
  readonly className?: string | undefined;
  /** By the names in the layout, in the order of reading. */
  readonly panels: Readonly<Record<string, ReactNode>>;
}

/** The panels of a stage, or of a part of it, in their places. */
export function StageGrid({ layout, className, panels }: StageGridProps) {
  const { page, narrow = page, full, low = full, wide = low, strip = wide, squat = low } = layout;
  // All of them: a grid within another one does not inherit the other's.
  const style = Object.fromEntries(
    Object.entries({ page, narrow, full, low, wide, strip, squat }).map(([window, rows]) => [
      `--${window}`,
      rows,
    ]),
  );
  return (
    <div className={classNames(styles.grid, className)} style={style as CSSProperties}>
      {Object.entries(panels).map(([name, panel]) => (
        <div key={name} className={styles.place} style={{ gridArea: name }}>
          {panel}
        </div>
      ))}
    </div>
  );
}
