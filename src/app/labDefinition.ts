import type { ComponentType } from 'react';
import type { Theme } from './theme.ts';

export interface LabPageProps {
  /** What the address says after the question mark, for the lab to read. */
  readonly linkState: string;
}

/** A lab as the shell knows it: what the home page shows, and the page behind its route. */
export interface LabDefinition {
  /** Also the route: `#/id`. */
  readonly id: string;
  readonly title: string;
  /** Two or three sentences for the home page: what one sees and does. */
  readonly summary: string;
  /** A small picture of a real result. */
  readonly Miniature: ComponentType<{ readonly theme: Theme }>;
  /** The page itself; lazy, so that the home page loads none of it. */
  readonly Page: ComponentType<LabPageProps>;
}
