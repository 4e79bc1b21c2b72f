import { useDocument } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { HelpTip } from '../../../ui/HelpTip.tsx';
import styles from './EditsOverModel.module.css';
import type { EditGestures } from './editGestures.ts';

const HELP =
  'Edits lie over the learned model and do not change it. Play goes on training the model underneath; clear the edits and it is back exactly. "Train from here" builds them in, and training starts from what you see.';

export interface EditsOverModelProps extends Pick<EditGestures<never>, 'clear' | 'bake'> {
  /** What becomes of edits, where that is not what it is in most labs. */
  readonly help?: string;
}

/** How many edits lie over the model, and what can be done with all of them. */
export function EditsOverModel({ clear, bake, help = HELP }: EditsOverModelProps) {
  const count = useDocument(({ edits }) => edits.length);
  // Not `disabled`: the focus stays on the button one has just pressed.
  const isBare = count === 0;
  return (
    <div className={styles.edits} data-some={count > 0 || undefined}>
      <p className={styles.text}>
        {count > 0
          ? `${count} ${count === 1 ? 'edit' : 'edits'} over the learned model`
          : 'The model as learned'}
        <HelpTip about="edits" text={help} />
      </p>
      <div className={styles.actions}>
        <Button
          size="small"
          aria-disabled={isBare}
          onClick={isBare ? undefined : () => void clear()}
        >
          Clear edits
        </Button>
        <Button
          size="small"
          aria-disabled={isBare}
          onClick={isBare ? undefined : () => void bake()}
        >
          Train from here
        </Button>
      </div>
    </div>
  );
}
