import { memo, type ReactNode } from 'react';
import styles from './LayerToggles.module.css';

/** Something a plot draws or leaves out. */
export interface Layer<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly help: string;
  /** Drawn as it looks in the plot, 16 x 16, so that the toggles are the legend as well. */
  readonly sign: ReactNode;
}

export interface LayerTogglesProps<Name extends string> {
  /** Those that can be shown here, in order. */
  readonly layers: readonly Layer<Name>[];
  readonly shown: Readonly<Record<Name, boolean>>;
  readonly onChange: (name: Name, shown: boolean) => void;
}

/** Switches for what a plot draws. With little room their words go and their signs stay. */
export const LayerToggles = memo(function LayerToggles<Name extends string>({
  layers,
  shown,
  onChange,
}: LayerTogglesProps<Name>) {
  return (
    <fieldset aria-label="Layers" className={styles.toggles}>
      {layers.map(({ name, label, help, sign }) => (
        <button
          key={name}
          type="button"
          className={styles.toggle}
          aria-pressed={shown[name]}
          aria-label={label}
          aria-description={help}
          data-tooltip={`${label}. ${help}`}
          onClick={() => onChange(name, !shown[name])}
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
            {sign}
          </svg>
          <span className={styles.word}>{label}</span>
        </button>
      ))}
    </fieldset>
  );
}) as <Name extends string>(props: LayerTogglesProps<Name>) => ReactNode;
