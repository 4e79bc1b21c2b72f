import type { Lab } from '../../labs/lab.ts';
import { ownDataPlace } from '../../labs/shared/settings/ownDataSettings.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './DropDialog.module.css';
import { type DropQuestion, openModelIn, openTableIn } from './openDropped.ts';

interface DropDialogProps {
  /** Null when nothing is asked. */
  readonly question: DropQuestion | null;
  readonly onClose: () => void;
}

/** Asks where a dropped file is to be opened. */
export default function DropDialog({ question, onClose }: DropDialogProps) {
  const open = (opening: Promise<void>) => {
    onClose();
    void opening;
  };
  return (
    <Dialog
      title={titleOf(question)}
      open={question !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      footer={
        <>
          {question?.kind === 'other-lab' && (
            <Button
              variant="primary"
              onClick={() => open(openModelIn(question.lab, question.file))}
            >
              Open in {question.lab.title}
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      {question?.kind === 'other-lab' && (
        <p>
          {question.file.name} is a model of the lab “{question.lab.title}”. It cannot be shown in
          this one. Your work here is kept.
        </p>
      )}
      {question?.kind === 'which-lab' && (
        <div className={styles.labs}>
          {FORMS.map(({ form, words }) => (
            <section key={form} aria-label={words}>
              <h3 className={styles.heading}>{words}</h3>
              <div className={styles.buttons}>
                {question.labs.filter(takes(form)).map((lab) => (
                  <Button key={lab.id} onClick={() => open(openTableIn(lab, question.file))}>
                    {lab.title}
                  </Button>
                ))}
              </div>
            </section>
          ))}
        </div>
      )}
    </Dialog>
  );
}

const FORMS = [
  { form: 'points', words: 'Rows are points, in any order' },
  { form: 'series', words: 'Rows are steps in time' },
  { form: 'texts', words: 'Rows hold texts, or the file is one' },
] as const;

const takes =
  (form: (typeof FORMS)[number]['form']) =>
  ({ table }: Lab): boolean =>
    ownDataPlace(table)?.form === form;

function titleOf(question: DropQuestion | null): string {
  if (question?.kind === 'other-lab') return 'A model of another lab';
  return question ? `Which lab for ${question.file.name}?` : 'Open a file';
}
