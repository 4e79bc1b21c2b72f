/** What training changes for the better, as charts draw it: for most labs the ELBO. */
export interface Objective {
  readonly name: string;
  /** At the end of its line, where the name is long. */
  readonly shortName?: string;
  /** Of its values among the series; absent: `total`. */
  readonly key?: string;
  /** "nats per point" */
  readonly unit: string;
  /** Whether training raises it or lowers it. */
  readonly direction: 'up' | 'down';
  /** It may be minus infinity where nothing is wrong: q gives mass to what cannot be. */
  readonly mayBeInfinite?: true;
  /** What it is the sum of, and what is drawn next to it. */
  readonly parts: readonly ObjectivePart[];
}

export interface ObjectivePart {
  /** Of its values among the series, and what formulas point at it with. */
  readonly key: string;
  readonly name: string;
  /** Whether it is added or taken off; 0 where it is drawn next to the sum and is no part of it. */
  readonly sign: 1 | -1 | 0;
}

/** Of the values of an objective among the series. */
export const keyOf = ({ key }: Objective): string => key ?? 'total';

/** "ELBO, nats per step: reconstruction − local KL; training raises it" */
export function objectiveInWords({ name, unit, direction, parts }: Objective): string {
  const sum = parts
    .filter(({ sign }) => sign !== 0)
    .map((part, index) => `${part.sign < 0 ? '− ' : index > 0 ? '+ ' : ''}${part.name}`)
    .join(' ');
  const change = `training ${direction === 'up' ? 'raises' : 'lowers'} it`;
  const beside = parts.flatMap(({ name, sign }) => (sign === 0 ? [name] : [])).join(', ');
  return `${name}, ${unit}${sum && `: ${sum}`}; ${change}${beside && `; next to it ${beside}`}`;
}

/** Something that happened to the model, such as an accepted split. */
export interface ChartEvent {
  readonly step: number;
  readonly kind: string;
  readonly text: string;
}
