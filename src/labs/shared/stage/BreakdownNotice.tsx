import { grouped } from '../../../settings/words.ts';
import { useController, useRun } from '../../../store/context.ts';
import { InlineNotice } from '../../../ui/InlineNotice.tsx';
import styles from './BreakdownBanner.module.css';

/** Training has stopped by itself: what happened, and the remedy on one button. */
export default function BreakdownNotice() {
  const controller = useController();
  const breakdown = useRun((state) => state.breakdown);
  const step = useRun((state) => state.step);
  if (!breakdown) return null;
  const { message, remedy, suggestedSettings } = breakdown;
  const run = async () => {
    if (suggestedSettings) await controller.changeSettings(suggestedSettings);
    await controller.play();
  };
  return (
    <div className={styles.banner}>
      <InlineNotice
        kind="problem"
        title={message}
        action={{ label: suggestedSettings ? 'Do that and go on' : 'Go on', run }}
      >
        <p>
          Back at step {grouped(step)}, the last good state. {remedy}
        </p>
      </InlineNotice>
    </div>
  );
}
