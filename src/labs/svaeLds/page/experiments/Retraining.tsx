import { useController, useDocument, useRun, useViewEntry } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { snapshotOf } from '../../../lab.ts';
import { svaeLds } from '../../lab.ts';
import styles from './ExperimentsPanel.module.css';
import { FeedSpeed } from './FeedSpeed.tsx';
import { LEARNED_ERROR, lastRace, outcomeInWords, race, type Scope, stopRace } from './race.ts';

const SCOPES: readonly {
  readonly scope: Scope;
  readonly button: string;
  readonly label: string;
}[] = [
  { scope: 'dynamics', button: 'Retrain', label: 'Dynamics alone' },
  { scope: 'everything', button: 'Train everything', label: 'Everything from the seed' },
];

/** Figure 6.10: only the dynamics learn another frequency; timed beside training of everything. */
export function Retraining() {
  const controller = useController();
  const { feedSpeed: raced, outcomes, running } = useViewEntry(lastRace);
  const feedSpeed = useDocument(({ settings }) => Number(settings.feedSpeed));
  const isReady = useRun(({ phase }) => phase === 'ready');
  const hasPeriod = useRun((run) => snapshotOf(svaeLds, run)?.truePeriod != null);
  const canStart = isReady && hasPeriod && feedSpeed !== 1;
  return (
    <>
      <FeedSpeed />
      <div className={styles.factors}>
        {SCOPES.map(({ scope, button }, index) => (
          <Button
            key={scope}
            size="small"
            variant={index === 0 ? 'primary' : 'plain'}
            disabled={running === null ? !canStart : running !== scope}
            onClick={() =>
              running === scope ? stopRace(controller) : void race(controller, scope)
            }
          >
            {running === scope ? 'Stop' : button}
          </Button>
        ))}
      </div>
      <dl className={styles.figures}>
        {SCOPES.map(({ scope, label }) => (
          <div key={scope} className={styles.figure}>
            <dt>{label}</dt>
            <dd>{outcomeInWords(raced === feedSpeed ? outcomes[scope] : undefined)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        Training time until the prediction after the line has the period of the input, within 1 %,
        and a mean squared error of at most {LEARNED_ERROR}: from this model, and from the seed.
        Undo brings back the previous model.
      </p>
    </>
  );
}
