/**
 * A tour: six to ten steps, each a sentence or two, a state of the lab and a part of the stage that
 * lights up. Data, so that anybody can write one: a state is the link that Share copies.
 */
export interface TourStep {
  /** What to see or do: one or two sentences. */
  readonly text: string;
  /** What the link of the state says after the question mark. */
  readonly state: string;
  /** What lights up, by the names that formulas use. */
  readonly lit: string;
}

export type Tour = readonly TourStep[];
