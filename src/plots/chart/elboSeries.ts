/** The bound and what it is made of: total = reconstruction - localKl - globalKl. */
export type ElboPart = 'total' | 'reconstruction' | 'localKl' | 'globalKl';

/** Something that happened to the model, such as an accepted split. */
export interface ChartEvent {
  readonly step: number;
  readonly kind: string;
  readonly text: string;
}
