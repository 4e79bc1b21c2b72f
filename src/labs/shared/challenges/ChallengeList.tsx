import { useDocument, useRun } from '../../../store/context.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import styles from './ChallengeList.module.css';
import { type ChallengeSet, type Findings, nothing, read } from './challengeSet.ts';

export interface ChallengeListProps {
  readonly challenges: ChallengeSet<unknown, unknown>;
  readonly findings: Findings;
}

/** Tasks that check themselves, with what there is to see of each at present. */
export function ChallengeList({ challenges, findings }: ChallengeListProps) {
  const settings = useDocument((document) => document.settings);
  const areAnswersHidden = useRun(({ view }) => view.hidden.includes('answers'));
  return (
    <ol className={styles.list}>
      {challenges.list.map(({ id, title, task, hint, answer }, index) => {
        const { done, text } = findings[id] ?? nothing('');
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
              <p>{read(task, settings)}</p>
              {text !== '' && <p className={styles.finding}>{text}</p>}
              {!done && (
                <Disclosure label="Hint">
                  <p className={styles.hint}>{read(hint, settings)}</p>
                </Disclosure>
              )}
              {!areAnswersHidden && (
                <Disclosure label="Show answer">
                  <p className={styles.hint}>{read(answer, settings)}</p>
                </Disclosure>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
