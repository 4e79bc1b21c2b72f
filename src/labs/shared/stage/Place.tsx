import type { ComponentProps } from 'react';

export interface PlaceProps extends ComponentProps<'div'> {
  /** The area of the stage's grid. */
  readonly at: string;
}

/** A place on a stage: what it holds fills it and does not make it larger. */
export function Place({ at, className = 'cell', ...rest }: PlaceProps) {
  return <div {...rest} className={className} style={{ gridArea: at }} />;
}
