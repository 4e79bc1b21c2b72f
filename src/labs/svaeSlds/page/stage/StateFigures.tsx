import { memo, type ReactNode } from 'react';
import { Icon } from '../../../../ui/Icon.tsx';
import { formatFixed } from '../../../../ui/numbers.ts';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { svaeSlds } from '../../lab.ts';
import type { SvaeSldsSnapshot } from '../../snapshot.ts';
import styles from './StateFigures.module.css';

/** How well the states are found, or what is wrong with the model as it is edited. */
export const StateFigures = memo(function StateFigures() {
  const { snapshot } = useDrawn(svaeSlds);
  if (!snapshot) return <div className={styles.state} />;
  const trouble = troubleOf(snapshot);
  if (trouble !== null)
    return (
      <div role="alert" className={styles.alarm}>
        <Icon name="problem" />
        <p>{trouble}</p>
      </div>
    );
  const { scores, states, assignments, onTrial, phase } = snapshot;
  const inUse = states.filter(({ share, removed }) => share > 0.02 && !removed).length;
  // In the warm-up there are no states that anything could be said of.
  const found = (text: string): string => (phase === 'states' ? text : '–');
  return (
    <div className={styles.state}>
      <dl className={styles.numbers}>
        <Figure name="States in use" help="States with more than 2 % of the training steps">
          {found(`${inUse} of ${states.length}`)}
        </Figure>
        <Figure
          name="Switches shown"
          help="How often the likeliest state changes in the steps shown"
        >
          {found(`${switchesIn(assignments)}`)}
        </Figure>
        {scores && (
          <>
            <Figure
              name="Accuracy"
              help="Share of the steps before the line in the right state, under the best matching of found and true states"
            >
              {found(formatFixed(scores.accuracy, 3))}
            </Figure>
            <Figure
              name="Adjusted Rand index"
              help="Agreement with the true states, corrected for chance: 1 is perfect, 0 is chance"
            >
              {found(formatFixed(scores.adjustedRandIndex, 3))}
            </Figure>
            <Figure
              name="Oracle"
              help="The same index for inference with the true parameters. On the few steps shown either can be ahead by chance"
            >
              {scores.oracleAdjustedRandIndex === null
                ? '–'
                : formatFixed(scores.oracleAdjustedRandIndex, 3)}
            </Figure>
          </>
        )}
      </dl>
      {onTrial !== null && <p className={styles.trial}>On trial: {onTrial}</p>}
    </div>
  );
});

/** Why there is something wrong to be told; null where there is nothing. */
function troubleOf({ trouble, heldFrom }: SvaeSldsSnapshot): string | null {
  if (trouble !== null) return trouble;
  if (heldFrom === null) return null;
  return `The latent grows without bound: its size is held from step ${heldFrom} on. Turn the radius of a state down to 1 or less.`;
}

function switchesIn(assignments: ArrayLike<number>): number {
  let switches = 0;
  for (let t = 1; t < assignments.length; t++)
    if (assignments[t] !== assignments[t - 1]) switches += 1;
  return switches;
}

interface FigureProps {
  readonly name: string;
  readonly help: string;
  readonly children: ReactNode;
}

const Figure = ({ name, help, children }: FigureProps) => (
  <div>
    <dt data-tooltip={help}>{name}</dt>
    <dd>{children}</dd>
  </div>
);
