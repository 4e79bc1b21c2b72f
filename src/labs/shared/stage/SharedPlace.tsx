import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useRun } from '../../../store/context.ts';
import { classNames } from '../../../ui/classNames.ts';
import { LIT_BY } from './litBy.ts';
import styles from './SharedPlace.module.css';

export interface SharedPlaceProps {
  /** Panels with their names as on the buttons, which stand where the headings are, and in links. */
  readonly panels: readonly {
    readonly name: string;
    readonly part: string;
    readonly panel: ReactNode;
  }[];
  /** Of what they share, where they do: the area of the stage's grid. */
  readonly at?: string;
  readonly className?: string | undefined;
}

/**
 * Panels that each have a place of their own while the stage is high, and share one in a low stage
 * that may not scroll, as on a projector: then one is seen at a time, chosen by its name. What a
 * formula or a tour lights up comes to the front.
 */
export function SharedPlace({ panels, at, className }: SharedPlaceProps) {
  const [wanted, choose] = useState(0);
  const hidden = useRun(({ view }) => view.hidden);
  // By the names that classLink.ts gives panels; that file comes with class links only.
  const isShown = (index: number) => !hidden.includes(`panel.${panels[index].part}`);
  const chosen = isShown(wanted) ? wanted : panels.findIndex((_, index) => isShown(index));
  const place = useRef<HTMLDivElement>(null);
  const names = useRef<HTMLDivElement>(null);
  // They lie where the headings are: what else the headings' rows hold begins after them.
  useLayoutEffect(() => {
    const row = names.current;
    if (row === null) return;
    const observer = new ResizeObserver(() =>
      place.current?.style.setProperty('--names', `${row.offsetWidth}px`),
    );
    observer.observe(row);
    return () => observer.disconnect();
  }, []);
  const highlight = useRun(({ view }) => view.highlight);
  useEffect(() => {
    if (highlight === null) return;
    const lit = place.current?.querySelector(`[${LIT_BY}~="${highlight}"]`);
    const index = lit?.closest<HTMLElement>('[data-place]')?.dataset.place;
    if (index !== undefined) choose(Number(index));
  }, [highlight]);
  return (
    <div ref={place} className={classNames(styles.place, className)} style={{ gridArea: at }}>
      <div ref={names} className={styles.names}>
        {panels.map(
          ({ name }, index) =>
            isShown(index) && (
              <button
                key={name}
                type="button"
                className={styles.name}
                aria-pressed={index === chosen}
                onClick={() => choose(index)}
              >
                {name}
              </button>
            ),
        )}
      </div>
      {panels.map(({ name, panel }, index) => (
        <div
          key={name}
          className={styles.panel}
          data-place={index}
          data-chosen={index === chosen || undefined}
        >
          {panel}
        </div>
      ))}
    </div>
  );
}
