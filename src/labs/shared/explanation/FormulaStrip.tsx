import { use, useState } from 'react';
import { IconButton } from '../../../ui/Button.tsx';
import { Explained } from './Explained.tsx';
import styles from './FormulaStrip.module.css';
import type { LabTexts } from './labTexts.ts';

/** One formula at a time below the stage, for a class: its symbols light up there. */
export function FormulaStrip(props: {
  /** The same promise at every call. */
  readonly texts: Promise<LabTexts>;
}) {
  const { formulas } = use(props.texts);
  const [index, setIndex] = useState(0);
  const turn = (by: number) => setIndex((now) => (now + by + formulas.length) % formulas.length);
  return (
    <section aria-label="Formula" className={styles.strip}>
      <IconButton icon="foldLeft" label="Previous formula" onClick={() => turn(-1)} />
      <div className={styles.formula} aria-live="polite">
        <Explained key={index} formula={formulas[index]} />
      </div>
      <IconButton icon="foldRight" label="Next formula" onClick={() => turn(1)} />
    </section>
  );
}
