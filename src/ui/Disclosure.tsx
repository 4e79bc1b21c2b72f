import { type ReactNode, useId, useState } from 'react';
import styles from './Disclosure.module.css';
import { Icon } from './Icon.tsx';

export interface DisclosureProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly defaultOpen?: boolean;
}

/** Contents that are there when asked for. */
export function Disclosure({ label, children, defaultOpen = false }: DisclosureProps) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(defaultOpen);
  return (
    <div>
      <button
        type="button"
        className={styles.trigger}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span className={styles.arrow}>
          <Icon name="chevronRight" />
        </span>
        {label}
      </button>
      {isOpen && <div id={id}>{children}</div>}
    </div>
  );
}
