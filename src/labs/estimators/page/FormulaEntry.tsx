import { useId } from 'react';
import { useController } from '../../../store/context.ts';
import { HelpTip } from '../../../ui/HelpTip.tsx';
import { useTextEntry } from '../../../ui/useTextEntry.ts';
import { type EstimatorsEdit, FORMULA_FIELD, formulaOf } from '../edits.ts';
import styles from './Stage.module.css';

/** f as one types it; taken with Enter or by leaving the field, or refused in words. */
export default function FormulaEntry({ formula }: { readonly formula: string }) {
  const controller = useController();
  const id = useId();
  const { inputProps, problem } = useTextEntry({
    value: formula,
    limit: FORMULA_FIELD.characters,
    onCommit: (text) =>
      controller.editing.put([{ kind: 'setFormula', text } satisfies EstimatorsEdit]),
    problemOf,
  });
  return (
    <div className={styles.formula}>
      <label htmlFor={id}>f(x) =</label>
      <input
        id={id}
        type="text"
        spellCheck={false}
        autoComplete="off"
        {...inputProps}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
      />
      <HelpTip about="formulas" text={FORMULA_FIELD.help} />
      <span id={`${id}-problem`} role="status" className={styles.problem}>
        {problem}
      </span>
    </div>
  );
}

function problemOf(text: string): string | null {
  try {
    formulaOf(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
