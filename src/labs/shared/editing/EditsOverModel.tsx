import { useDocument, useLab, useRun } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { HelpTip } from '../../../ui/HelpTip.tsx';
import { costInWords } from './costInWords.ts';
import styles from './EditsOverModel.module.css';
import type { EditGestures } from './editGestures.ts';

const HELP =
  'Edits lie over the learned model and do not change it: clear the edits to restore it exactly. Training goes on with the model underneath. "Train from here" builds the edits in, and training starts from what you see. Where another model takes the place of this one (Train from scratch, Reset, another seed, other data), its edits go with it, and Undo brings both back.';

const COST =
  'What edits cost is the ELBO of the learned model minus that of the model you see, both on the same data.';

export interface EditsOverModelProps extends Pick<EditGestures<never>, 'clear' | 'bake'> {
  /** What becomes of edits, where that is not what it is in most labs. */
  readonly help?: string;
}

/** How many edits lie over the model, what they cost, and what can be done with all of them. */
export function EditsOverModel({ clear, bake, help = HELP }: EditsOverModelProps) {
  const committed = useDocument(({ edits }) => edits.length);
  const drafted = useRun(({ draft }) => draft?.edits?.length ?? null);
  const count = drafted ?? committed;
  const objective = useRun((state) => state.objective);
  const learnedObjective = useRun((state) => state.learnedObjective);
  const isPending = useRun((state) => state.isObjectivePending);
  const { datum } = useLab();
  // Not `disabled`: the focus stays on the button one has just pressed.
  const isBare = count === 0;
  return (
    <div className={styles.edits} data-some={count > 0 || undefined}>
      <p className={styles.text}>
        <span data-pending={isPending || undefined}>
          {count > 0
            ? costInWords(count, { objective, learnedObjective }, datum, isPending)
            : 'The model as learned'}
        </span>
        <HelpTip about="edits" text={`${help} ${COST}`} />
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
