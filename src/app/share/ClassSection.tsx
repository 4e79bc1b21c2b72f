import { useState } from 'react';
import {
  CLASS_PARTS,
  type ClassPart,
  type ClassPartName,
  PRESETS,
  withClass,
} from '../../settings/classLink.ts';
import { useDocument, useLab } from '../../store/context.ts';
import { Switch } from '../../ui/Switch.tsx';
import { isShown } from '../../ui/settings/settingsView.ts';
import { panelsOn } from '../embed/chosenPanels.ts';
import { CopyField } from './CopyField.tsx';
import styles from './ShareDialog.module.css';

const LABELS: Readonly<Record<Exclude<ClassPartName, 'settings' | 'without'>, string>> = {
  transport: 'Play, Step and Reset',
  speed: 'Speed',
  seed: 'Seed',
  explanation: 'Explanation',
  challenges: 'Challenges',
  answers: 'Answers to the challenges',
  edits: 'Changes of the model by hand',
  keep: 'Pictures, numbers and models to save',
};

/** What most classes need. */
const FIRST = ['transport', 'explanation', 'challenges', 'edits'];

const toggled = (names: readonly string[], name: string): readonly string[] =>
  names.includes(name) ? names.filter((other) => other !== name) : [...names, name];

/** A link that shows a class the plots and the controls that are chosen here. */
export default function ClassSection({ href }: { readonly href: string }) {
  const { table } = useLab();
  const values = useDocument((document) => document.settings);
  const [parts, setParts] = useState<readonly string[]>(FIRST);
  const [settings, setSettings] = useState<readonly string[]>([]);
  // Those that are on the stage behind the dialog.
  const [panels] = useState(() => panelsOn(document));
  const [without, setWithout] = useState<readonly string[]>([]);
  const offered = [
    { name: PRESETS, label: 'Presets' },
    ...Object.entries(table.settings)
      .filter(([, setting]) => isShown(table, setting, values))
      .map(([name, { label }]) => ({ name, label })),
  ];
  const shown = CLASS_PARTS.flatMap((name): readonly ClassPart[] => {
    if (name === 'settings') return settings.length > 0 ? [{ name, chosen: settings }] : [];
    if (name === 'without') return without.length > 0 ? [{ name, chosen: without }] : [];
    return parts.includes(name) ? [{ name, chosen: [] }] : [];
  });
  return (
    <div className={styles.section}>
      <p className={styles.text}>
        Students see only the plots and controls that are chosen here. The other plots take the
        place of a plot that is left out. “Show everything”, below the stage, opens the whole lab.
      </p>
      <fieldset className={styles.parts}>
        <legend>Parts of the page</legend>
        <div className={styles.switches}>
          {Object.entries(LABELS).map(([name, label]) => (
            <Switch
              key={name}
              label={label}
              checked={parts.includes(name)}
              onChange={() => setParts(toggled(parts, name))}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.parts}>
        <legend>Plots</legend>
        <div className={styles.switches}>
          {panels.map(({ name, label }) => (
            <Switch
              key={name}
              label={label}
              checked={!without.includes(name)}
              onChange={() => setWithout(toggled(without, name))}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.parts}>
        <legend>Settings</legend>
        <div className={styles.switches}>
          {offered.map(({ name, label }) => (
            <Switch
              key={name}
              label={label}
              checked={settings.includes(name)}
              onChange={() => setSettings(toggled(settings, name))}
            />
          ))}
        </div>
      </fieldset>
      <CopyField
        label="Link for a class"
        copy="Copy the class link"
        announcement="The link for a class is copied."
        text={withClass(href, shown)}
      />
    </div>
  );
}
