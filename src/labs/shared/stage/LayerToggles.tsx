import { lazy, memo, Suspense } from 'react';
import { whenUsable } from '../../../ui/whenUsable.ts';
import type { Layers } from '../data/layers.ts';
import styles from './LayerToggles.module.css';
import { useLayers } from './useLayers.ts';

// The buttons have their size without them.
const Sign = lazy(() => whenUsable(() => import('./signs.tsx')));

export interface LayerTogglesProps<Name extends string> {
  readonly of: Layers<Name>;
  /** Those that can be shown here, in order; all of them unless given. */
  readonly names?: readonly Name[] | undefined;
}

function Toggles<Name extends string>({ of, names }: LayerTogglesProps<Name>) {
  const { shown, show } = useLayers(of);
  return (
    <fieldset aria-label="Layers" className={styles.toggles}>
      {(names ?? (Object.keys(of) as Name[])).map((name) => {
        const { label, help, sign = name } = of[name];
        return (
          <button
            key={name}
            type="button"
            className={styles.toggle}
            aria-pressed={shown[name]}
            aria-label={label}
            aria-description={help}
            data-tooltip={`${label}. ${help}`}
            onClick={() => show(name, !shown[name])}
          >
            <svg
              viewBox="0 0 16 16"
              width="16"
              height="16"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.25"
              aria-hidden="true"
            >
              <Suspense fallback={null}>
                <Sign of={sign} />
              </Suspense>
            </svg>
            <span className={styles.word}>{label}</span>
          </button>
        );
      })}
    </fieldset>
  );
}

/**
 * Switches for what a plot draws. With little room their words go and their signs stay. The panel
 * around them is drawn with each frame: `names` is to be the same array.
 */
export const LayerToggles = memo(Toggles) as typeof Toggles;
