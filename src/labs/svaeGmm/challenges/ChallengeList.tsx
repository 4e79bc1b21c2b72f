import { useDocument } from '../../../store/context.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import styles from './ChallengeList.module.css';
import { challengeTexts } from './challengeTexts.ts';
import type { Finding } from './checks.ts';
import { CHALLENGE_IDS, type ChallengeId } from './progress.ts';

export interface ChallengeListProps {
  readonly findings: Readonly<Record<ChallengeId, Finding>>;
}

/** Tasks that check themselves, with what there is to see of each at present. */
export function ChallengeList({ findings }: ChallengeListProps) {
  const texts = challengeTexts(String(useDocument(({ settings }) => settings.dataset)));
  return (
    <ol className={styles.list}>
      {CHALLENGE_IDS.map((id, index) => {
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
