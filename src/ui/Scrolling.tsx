import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';

interface ScrollingProps {
  /** Accessible name. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A part of the page that scrolls where it has no room. */
export const Scrolling = ({ label, className, children }: ScrollingProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
  <section className={classNames('scrolling', className)} tabIndex={0} aria-label={label}>
    {children}
  </section>
);
