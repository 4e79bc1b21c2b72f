import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import styles from './Tabs.module.css';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

export interface TabsProps {
  /** The name of the row of tabs. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The tab shown, where the program, too, may change it. */
  readonly shown?: string | undefined;
  readonly onShow?: ((id: string) => void) | undefined;
}

/** Several contents in one place, one at a time; the first one first. */
export function Tabs({ label, tabs, shown, onShow }: TabsProps) {
  const first = tabs[0]?.id ?? null;
  const which = shown === undefined ? { defaultValue: first } : { value: shown };
  return (
    <Base.Root {...which} onValueChange={(id) => onShow?.(String(id))}>
      <Base.List className={styles.list} aria-label={label}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.id} value={tab.id} className={styles.tab}>
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.id} value={tab.id} className={styles.panel}>
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
