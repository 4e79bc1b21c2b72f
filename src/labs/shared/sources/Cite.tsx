import type { ReactNode } from 'react';
import { SOURCES, type SourceName } from './sources.ts';

export interface CiteProps {
  readonly from: SourceName;
  /** What is cited, with its number: "Figure 2.2". */
  readonly children: ReactNode;
}

/** A figure or an equation of a source, as a link to the list of sources. */
export function Cite({ from, children }: CiteProps) {
  const { authors, title, place } = SOURCES[from];
  const whole = `${authors}: ${title}. ${place}.`;
  return (
    <a href={`#/about?source=${from}`} aria-description={whole} data-tooltip={whole}>
      {children}
    </a>
  );
}
