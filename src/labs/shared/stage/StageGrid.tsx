import { Children, type CSSProperties, type ReactNode } from 'react';
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
  /** A third wider than high, low or not. Absent: as where it is less wide. */
  readonly broad?: string;
  /** Much wider than high, as when presenting. Absent: as `broad`, or `low`. */
  readonly wide?: string;
  /** As wide, with a formula and notes below the stage. Absent: as `wide`. */
  readonly strip?: string;
  /** Not much wider than high, and low, as when presenting with the diagram. Absent: as `broad`, or `low`. */
  readonly squat?: string;
}

interface StageGridProps {
  readonly layout: StageLayout;
  readonly className?: string | undefined;
  /** By the names in the layout, in the order of reading. */
  readonly panels?: Readonly<Record<string, ReactNode>>;
  /** In place of these: the panels one after the other, and their names. */
  readonly names?: readonly string[];
  readonly children?: ReactNode;
}

/** The panels of a stage, or of a part of it, in their places. */
export function StageGrid({ layout, className, panels, names = [], children }: StageGridProps) {
  const { page, narrow = page, full, low = full, broad, wide = broad ?? low } = layout;
  const { strip = wide, squat = broad ?? low } = layout;
  // All of them: a grid within another one does not inherit the other's.
  const style = Object.fromEntries(
    Object.entries({ page, narrow, full, low, broad, wide, strip, squat }).map(([window, rows]) => [
      `--${window}`,
      rows ?? 'initial',
    ]),
  );
  const inOrder = Children.toArray(children);
  // A panel left out under a condition would put all later ones into the places before theirs.
  if (!panels && inOrder.length !== names.length)
    throw new Error(`${inOrder.length} panels for ${names.length} places: ${names.join(', ')}.`);
  const placed = panels
    ? Object.entries(panels)
    : inOrder.map((panel, at) => [names[at], panel] as const);
  return (
    <div className={classNames(styles.grid, className)} style={style as CSSProperties}>
      {placed.map(([name, panel]) => (
        <div key={name} className={styles.place} style={{ gridArea: name }}>
          {panel}
        </div>
      ))}
    </div>
  );
}
