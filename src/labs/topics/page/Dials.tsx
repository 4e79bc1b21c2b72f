import { useController, useDocument } from '../../../store/context.ts';
import { NumberSlider } from '../../../ui/NumberSlider.tsx';
import { topicsTable } from '../settings.ts';
import styles from './Dials.module.css';

type Dial = 'alpha' | 'eta' | 'kappa' | 'tau';

/** Settings that take effect at once, on the stage: they are there when the settings are hidden. */
export default function Dials({ names }: { readonly names: readonly Dial[] }) {
  return (
    <div className={styles.dials} data-export="leave-out">
      {names.map((name) => (
        <OneDial key={name} name={name} />
      ))}
    </div>
  );
}

function OneDial({ name }: { readonly name: Dial }) {
  const controller = useController();
  const value = useDocument(({ settings }) => Number(settings[name]));
  const { label, help, min, max, step, scale } = topicsTable.settings[name];
  return (
    <NumberSlider
      {...{ label, help, min, max, step, scale, value }}
      onChange={(next) => controller.draftSetting(name, next)}
      onCommit={(next) => void controller.changeSettings({ [name]: next })}
    />
  );
}
