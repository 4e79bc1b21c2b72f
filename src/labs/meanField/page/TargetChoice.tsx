import { memo, useEffect, useRef } from 'react';
import { useController, useDocument } from '../../../store/context.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
import { settingsOf } from '../../lab.ts';
import { meanField } from '../lab.ts';
import { networkPresets } from '../networkSettings.ts';
import { planePresets } from '../planeSettings.ts';
import { meanFieldTable } from '../settings.ts';
import styles from './Stage.module.css';

const START = meanFieldTable.settings.start.default;

/** The presets of a part that bear the name of their target, by short names. */
const segments = (presets: typeof planePresets | typeof networkPresets, names: Names) =>
  Object.entries(names).map(([value, label]) => ({
    ...{ value, label },
    tooltip: presets.find(({ id }) => id === value)?.comment,
  }));

type Names = Readonly<Record<string, string>>;

const PARTS = [
  {
    label: 'Plane',
    segments: segments(planePresets, {
      ...{ gaussian: 'Gaussian', normal: 'Normal', banana: 'Banana' },
      ...{ 'two-modes': 'Two modes', drawn: 'Drawn' },
    }),
  },
  {
    label: 'Network',
    segments: segments(networkPresets, {
      ...{ sprinkler: 'Sprinkler', leak: 'Leak', spins: 'Spins', alarm: 'Alarm' },
      ...{ 'naive-bayes': 'Naive Bayes', chain: 'Chain', own: 'Own' },
    }),
  },
];

/** All targets, in the plane and networks: what was made of the others stays with them. */
export const TargetChoice = memo(function TargetChoice() {
  const controller = useController();
  const target = useDocument((document) => settingsOf(meanField, document).target);
  const choice = useRef<HTMLDivElement>(null);
  // A phone shows a part of each row.
  useEffect(() => {
    const chosen = choice.current?.querySelector(`[value="${target}"]`)?.parentElement;
    const row = chosen?.parentElement;
    if (row) row.scrollLeft = chosen.offsetLeft - (row.clientWidth - chosen.offsetWidth) / 2;
  }, [target]);
  const choose = (chosen: string) => {
    const preset = networkPresets.find(({ id }) => id === chosen);
    return controller.changeSettings({ target: chosen, start: START, ...preset?.values });
  };
  return (
    <div ref={choice} className={styles.targets} data-export="leave-out">
      {PARTS.map(({ label, segments }) => (
        <div key={label} className={styles.part}>
          <span aria-hidden="true">{label}</span>
          <Segmented
            {...{ label, segments }}
            value={target}
            onChange={(chosen) => void choose(chosen)}
          />
        </div>
      ))}
    </div>
  );
});
