import { useStore } from 'zustand';
import { useController, useDocument, useRun } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './ExperimentsPanel.module.css';
import { FeedSpeed } from './FeedSpeed.tsx';
import { outcomeInWords, raceStore, run, type Way } from './race.ts';

const WAYS: readonly { readonly way: Way; readonly button: string; readonly label: string }[] = [
  { way: 'dynamics', button: 'Retrain the dynamics', label: 'The dynamics, from here' },
  { way: 'everything', button: 'Train everything', label: 'Everything, from the seed' },
];

/** Figure 6.10: only the dynamics learn another frequency; timed beside training of everything. */
export function Retraining() {
  const controller = useController();
  const race = useStore(raceStore);
  const feedSpeed = useDocument(({ settings }) => Number(settings.feedSpeed));
  const isReady = useRun(({ phase }) => phase === 'ready');
  const canRun = isReady && feedSpeed !== 1;
  const outcomes = race.feedSpeed === feedSpeed ? race.outcomes : {};
  return (
    <>
      <FeedSpeed />
      <div className={styles.factors}>
        {WAYS.map(({ way, button }, index) => (
          <Button
            key={way}
            size="small"
            look={index === 0 ? 'primary' : 'plain'}
            disabled={!canRun}
            onClick={() => void run(controller, way)}
          >
            {button}
          </Button>
        ))}
      </div>
      <dl className={styles.figures}>
        {WAYS.map(({ way, label }) => (
          <div key={way} className={styles.figure}>
            <dt>{label}</dt>
            <dd>{outcomeInWords(outcomes[way])}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        Until the period after the line is within 1 % of the one that is fed. Undo brings the model
        back that was there before.
      </p>
    </>
  );
}
