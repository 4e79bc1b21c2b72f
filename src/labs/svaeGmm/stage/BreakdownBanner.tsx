import { useController, useRun } from '../../../store/context.ts';
import { InlineNotice } from '../../../ui/InlineNotice.tsx';
import styles from './BreakdownBanner.module.css';

/** Training has stopped by itself: what happened, and the remedy on one button. */
export function BreakdownBanner() {
  const controller = useController();
  const breakdown = useRun((state) => state.breakdown);
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
        action={{ label: suggestedSettings ? 'Do that and play on' : 'Play on', run }}
      >
        <p>The last good state is back. {remedy}</p>
      </InlineNotice>
    </div>
  );
}
