import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import styles from './ChallengeList.module.css';
import type { ChallengeTexts, Findings } from './findings.ts';

export interface ChallengeListProps<Id extends string> {
  /** In the order of the list. */
  readonly ids: readonly Id[];
  readonly texts: ChallengeTexts<Id>;
  readonly findings: Findings<Id>;
}

/** Tasks that check themselves, with what there is to see of each at present. */
export function ChallengeList<Id extends string>({ ids, texts, findings }: ChallengeListProps<Id>) {
  return (
    <ol className={styles.list}>
      {ids.map((id, index) => {
        const { title, task, hint } = texts[id];
        const { done, text } = findings[id];
        return (
          <li key={id} className={styles.challenge} data-done={done || undefined}>
            <span className={styles.mark} aria-hidden="true">
              {done ? <Icon name="check" /> : index + 1}
            </span>
            <div className={styles.body}>
              <h3 className={styles.title}>
                {title}
                {done && <VisuallyHidden> (done)</VisuallyHidden>}
              </h3>
              <p>{task}</p>
              {text !== '' && <p className={styles.finding}>{text}</p>}
              {!done && (
                <Disclosure label="Hint">
                  <p className={styles.hint}>{hint}</p>
                </Disclosure>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
