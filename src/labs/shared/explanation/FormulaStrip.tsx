import { use, useState } from 'react';
import { useDocument } from '../../../store/context.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Explained } from './Explained.tsx';
import styles from './FormulaStrip.module.css';
import { inOneLine } from './inOneLine.ts';
import type { LabTexts } from './labTexts.ts';

/** One formula at a time below the stage, for a class: its symbols light up there. */
export default function FormulaStrip(props: {
  /** The same promise at every call. */
  readonly texts: Promise<LabTexts>;
}) {
  const { formulas, leadingFormula } = use(props.texts);
  const lead = useDocument((document) => leadingFormula?.(document) ?? 0);
  const [{ index, from }, show] = useState({ index: lead, from: lead });
  // Something else is on the stage.
  if (from !== lead) show({ index: lead, from: lead });
  const turn = (by: number) =>
    show({ index: (index + by + formulas.length) % formulas.length, from: lead });
  return (
    <section aria-label="Formula" className={styles.strip}>
      <IconButton icon="foldLeft" label="Previous formula" onClick={() => turn(-1)} />
      <div className={styles.formula} aria-live="polite">
        <Explained key={index} formula={inOneLine(formulas[index])} />
      </div>
      <IconButton icon="foldRight" label="Next formula" onClick={() => turn(1)} />
    </section>
  );
}
