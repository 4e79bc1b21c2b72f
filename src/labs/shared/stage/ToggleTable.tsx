import type { ComponentProps, ReactNode } from 'react';
import type { Layers } from '../data/layers.ts';
import { FiguresTable } from './FiguresTable.tsx';
import { type Look, Swatch } from './Swatch.tsx';
import styles from './ToggleTable.module.css';
import { useLayers } from './useLayers.ts';

export interface ToggleRow<Name extends string> {
  /** The layer that the row shows or hides, or a name for a row that is always there. */
  readonly id: Name | null;
  readonly name?: string;
  readonly look: Look;
  readonly values: readonly ReactNode[];
}

interface ToggleTableProps<Name extends string>
  extends Pick<ComponentProps<typeof FiguresTable>, 'label' | 'className' | 'head'> {
  readonly layers: Layers<Name>;
  readonly rows: readonly ToggleRow<Name>[];
}

/** Figures of what is drawn: the name of a row shows or hides it, and says how it is drawn. */
export const ToggleTable = <Name extends string>({
  layers,
  rows,
  ...props
}: ToggleTableProps<Name>) => (
  <FiguresTable
    {...props}
    rows={rows.map(({ id, name, look, values }) =>
      id === null
        ? { name, look: { ...look, mark: undefined }, values }
        : { name: <Toggle id={id} layers={layers} look={look} />, values },
    )}
  />
);

interface ToggleProps<Name extends string> extends Pick<ToggleRow<Name>, 'look'> {
  readonly id: Name;
  readonly layers: Layers<Name>;
}

function Toggle<Name extends string>({ id, layers, look }: ToggleProps<Name>) {
  const { shown, show } = useLayers(layers);
  const { label, help } = layers[id];
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-pressed={shown[id]}
      aria-description={help}
      data-tooltip={`${shown[id] ? 'Hide' : 'Show'}: ${help}`}
      onClick={() => show(id, !shown[id])}
    >
      <Swatch {...look} className={styles.swatch} />
      {label}
    </button>
  );
}
