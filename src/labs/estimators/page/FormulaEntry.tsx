import { useId, useState } from 'react';
import { useController } from '../../../store/context.ts';
import { HelpTip } from '../../../ui/HelpTip.tsx';
import { type EstimatorsEdit, FORMULA_FIELD, formulaOf } from '../edits.ts';
import styles from './Stage.module.css';

/** f as one types it; taken with Enter or by leaving the field, or refused in words. */
export default function FormulaEntry({ formula }: { readonly formula: string }) {
  const controller = useController();
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const problem = text === null ? null : problemOf(text);
  const commit = async (): Promise<void> => {
    if (text === null || problem !== null) return;
    const edit: EstimatorsEdit = { kind: 'setFormula', text: text.trim() };
    if (edit.text !== formula) await controller.editing.put([edit]);
    setText(null);
  };
  return (
    <div className={styles.formula}>
      <label htmlFor={id}>f(x) =</label>
      <input
        id={id}
        type="text"
        spellCheck={false}
        autoComplete="off"
        maxLength={FORMULA_FIELD.characters}
        value={text ?? formula}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => void commit()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void commit();
          if (event.key === 'Escape' && text !== null) {
            event.stopPropagation();
            setText(null);
          }
        }}
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
    formulaOf(text.trim());
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
