import { useDocument } from '../../../store/context.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import styles from './ChallengeList.module.css';
import { type ChallengeSet, type Findings, nothing, type Words } from './challengeSet.ts';

export interface ChallengeListProps {
  readonly challenges: ChallengeSet<unknown, unknown>;
  readonly findings: Findings;
}

/** Tasks that check themselves, with what there is to see of each at present. */
export function ChallengeList({ challenges, findings }: ChallengeListProps) {
  const settings = useDocument((document) => document.settings);
  const read = (words: Words) => (typeof words === 'string' ? words : words(settings));
  return (
    <ol className={styles.list}>
      {challenges.list.map(({ id, title, task, hint }, index) => {
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
              <p>{read(task)}</p>
              {text !== '' && <p className={styles.finding}>{text}</p>}
              {!done && (
                <Disclosure label="Hint">
                  <p className={styles.hint}>{read(hint)}</p>
                </Disclosure>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
