import { type ComponentType, Suspense } from 'react';
import { suggestion } from '../../settings/words.ts';
import { useLab } from '../../store/context.ts';
import { InlineNotice } from '../../ui/InlineNotice.tsx';
import { PresetList } from '../../ui/settings/PresetList.tsx';
import { SettingControl } from '../../ui/settings/SettingControl.tsx';
import { SettingsPanel } from '../../ui/settings/SettingsPanel.tsx';
import { useBoundSettings } from '../lab/useBoundSettings.ts';
import styles from './Embed.module.css';

interface EmbedSettingsProps {
  /** Settings by their names, or 'presets'; all where there are none. */
  readonly chosen: readonly string[];
  readonly Extras: ComponentType | undefined;
}

/** The lab's settings, or some of them. */
export default function EmbedSettings({ chosen, Extras }: EmbedSettingsProps) {
  const bound = useBoundSettings();
  if (chosen.length > 0) return <ChosenSettings chosen={chosen} />;
  const extras = Extras && (
    <Suspense fallback={null}>
      <Extras />
    </Suspense>
  );
  return (
    <section aria-label="Settings" className={styles.settings}>
      <SettingsPanel {...bound} extras={extras ? { Data: extras } : {}} />
    </section>
  );
}

function ChosenSettings({ chosen }: Pick<EmbedSettingsProps, 'chosen'>) {
  const { table, values, preset, onChange, onPreset } = useBoundSettings();
  const { title } = useLab();
  const known = ['presets', ...Object.keys(table.settings)];
  const unknown = chosen.filter((name) => !known.includes(name));
  return (
    <section aria-label="Settings" className={styles.chosenSettings}>
      {chosen.map((name) => {
        if (name === 'presets') {
          return (
            <PresetList key={name} presets={table.presets} current={preset} onPreset={onPreset} />
          );
        }
        const setting = table.settings[name];
        return (
          setting && (
            <SettingControl
              key={name}
              {...{ name, setting, onChange }}
              value={values[name] ?? setting.default}
            />
          )
        );
      })}
      {unknown.map((name) => (
        <InlineNotice key={name} kind="problem">
          "embed" of the link names "settings.{name}", which {title} does not have.{' '}
          {suggestion(name, known)}
        </InlineNotice>
      ))}
    </section>
  );
}
