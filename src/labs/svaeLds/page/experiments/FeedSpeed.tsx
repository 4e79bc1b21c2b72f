import { useDocument, useSnapshot } from '../../../../store/context.ts';
import { InlineNotice } from '../../../../ui/InlineNotice.tsx';
import { formatFixed } from '../../../../ui/numbers.ts';
import SettingSlider from '../../../shared/stage/SettingSlider.tsx';
import { svaeLds } from '../../lab.ts';
import { svaeLdsTable } from '../../settings.ts';
import { hasOneSpeed } from '../../startsFromData.ts';
import styles from './ExperimentsPanel.module.css';

const { feedSpeed: setting } = svaeLdsTable.settings;

/** How fast the dot is that is fed, and the periods that go with it: figures 6.7c and 6.10. */
export function FeedSpeed() {
  const isMeasured = useDocument(({ settings }) => hasOneSpeed(String(settings.signal)));
  const snapshot = useSnapshot(svaeLds);
  if (isMeasured) {
    return (
      <InlineNotice kind="info">
        This series has one speed. The experiment works with the dots under Settings.
      </InlineNotice>
    );
  }
  return (
    <>
      <SettingSlider name="feedSpeed" {...setting} />
      <dl className={styles.figures}>
        <dt>Period fed</dt>
        <dd>{formatFixed(snapshot?.truePeriod ?? null, 1)} steps</dd>
        <dt>Period after the line</dt>
        <dd>{formatFixed(snapshot?.period ?? null, 1)} steps</dd>
      </dl>
    </>
  );
}
