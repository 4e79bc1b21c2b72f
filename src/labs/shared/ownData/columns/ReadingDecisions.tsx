import { useEffect, useRef } from 'react';
import type { Decision, DecisionOption } from '../../../../datasets/csv/decisions.ts';
import { CompactChoice } from '../../../../ui/Choice.tsx';
import { Disclosure } from '../../../../ui/Disclosure.tsx';
import { Segmented } from '../../../../ui/Segmented.tsx';
import styles from './ReadingDecisions.module.css';

export interface ReadingDecisionsProps {
  readonly decisions: readonly Decision[];
  readonly onAnswer: (id: string, value: string) => void;
}

/** How a file was read: what has to be answered, what was recognised, and the rest on demand. */
export function ReadingDecisions({ decisions, onAnswer }: ReadingDecisionsProps) {
  const questions = decisions.filter(({ isQuestion }) => isQuestion);
  const noted = decisions.filter(({ isQuestion, isNoted }) => !isQuestion && isNoted);
  const others = decisions.filter(({ isQuestion, isNoted }) => !isQuestion && !isNoted);
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector('input')?.focus(), []);
  return (
    <>
      {questions.length > 0 && (
        <div ref={first} className={styles.questions}>
          {questions.map(({ id, text, options, value, isOpen: asks }) => (
            <div key={id} className={styles.question}>
              <p>{text}</p>
              <Segmented
                label={text}
                value={asks ? '' : value}
                segments={options}
                onChange={(next) => onAnswer(id, next)}
              />
            </div>
          ))}
        </div>
      )}
      <DecisionList decisions={noted} onAnswer={onAnswer} />
      {others.length > 0 && (
        <Disclosure label="How the file is read">
          <DecisionList decisions={others} onAnswer={onAnswer} />
        </Disclosure>
      )}
    </>
  );
}

function DecisionList({ decisions, onAnswer }: ReadingDecisionsProps) {
  if (decisions.length === 0) return null;
  return (
    <ul className={styles.list}>
      {decisions.map(({ id, text, options, value }) => (
        <li key={id}>
          <ChosenReading
            text={text}
            label={text}
            value={value}
            options={options}
            onChange={(next) => onAnswer(id, next)}
          />
        </li>
      ))}
    </ul>
  );
}

interface ChosenReadingProps {
  readonly text: string;
  /** Of the list of options. */
  readonly label: string;
  readonly value: string;
  readonly options: readonly DecisionOption[];
  readonly onChange: (value: string) => void;
}

/** How something was read, in a sentence, and what else it could be. */
export function ChosenReading({ text, ...choice }: ChosenReadingProps) {
  return (
    <div className={styles.decision}>
      <span>{text}</span>
      <CompactChoice {...choice} />
    </div>
  );
}
