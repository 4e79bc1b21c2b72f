import { type ReactNode, useState } from 'react';
import {
  EMBED_PARTS,
  EMBED_THEMES,
  type Embed,
  type EmbedPartName,
  type EmbedTheme,
  originOf,
} from '../../settings/embedLink.ts';
import { useDocument, useLab } from '../../store/context.ts';
import { InlineNotice } from '../../ui/InlineNotice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { visibleGroups } from '../../ui/settings/settingsView.ts';
import { panelsOn } from '../embed/chosenPanels.ts';
import { CopyField } from './CopyField.tsx';
import { EmbedPreview } from './EmbedPreview.tsx';
import styles from './EmbedSection.module.css';
import { embedAddress, embedCode } from './embedCode.ts';
import dialog from './ShareDialog.module.css';

/** A frame for other people's pages: its parts, how it looks, and the code to paste. */
export default function EmbedSection({ href: given }: { readonly href: string }) {
  // Training goes on behind the dialog; what is chosen here is of one moment.
  const [href] = useState(given);
  const { title } = useLab();
  const [parts, setParts] = useState<readonly EmbedPartName[]>(['stage', 'transport']);
  // Those that are on the stage behind the dialog; a whole stage is long in a column of text.
  const [onStage] = useState(() => panelsOn(document));
  const [panels, setPanels] = useState<readonly string[] | null>(() =>
    onStage.length > FEW ? onStage.slice(0, FEW).map(({ name }) => name) : null,
  );
  const [settings, setSettings] = useState<readonly string[] | null>(null);
  const [theme, setTheme] = useState<EmbedTheme>('auto');
  const [site, setSite] = useState('');
  const [width, setWidth] = useState<Width>('640');
  const [height, setHeight] = useState<number | null>(null);

  const chosen: Partial<Record<EmbedPartName, readonly string[] | null>> = {
    stage: panels,
    settings,
  };
  const host = site === '' ? null : originOf(site);
  const embed: Embed = {
    parts: EMBED_PARTS.filter((name) => parts.includes(name)).map((name) => ({
      name,
      chosen: chosen[name] ?? [],
    })),
    theme,
    host,
  };
  const isEmpty = embed.parts.length === 0;
  return (
    <div className={styles.section}>
      <p>
        Paste the code into a page of yours. It shows the lab in a frame, in its present state. The
        script makes the frame as high as its contents and gives it the theme of your page.
      </p>
      <Group legend="Parts">
        {EMBED_PARTS.map((name) => (
          <Switch
            key={name}
            label={LABELS[name]}
            checked={parts.includes(name)}
            onChange={() => setParts(toggled(parts, name))}
          />
        ))}
      </Group>
      {parts.includes('stage') && (
        <Choice of="plots" options={onStage} chosen={panels} onChosen={setPanels} />
      )}
      {parts.includes('settings') && <Settings chosen={settings} onChosen={setSettings} />}
      <Row label="Theme">
        <Segmented label="Theme" value={theme} segments={THEMES} onChange={setTheme} />
      </Row>
      <Row label="Only for scripts of the site">
        <input
          className={styles.site}
          type="url"
          aria-label="Only for scripts of the site"
          placeholder="any that shows it"
          value={site}
          onChange={({ target }) => setSite(target.value.trim())}
        />
      </Row>
      {site !== '' && host === null && (
        <InlineNotice kind="problem">
          Write the site with its protocol, such as https://example.org.
        </InlineNotice>
      )}
      {isEmpty ? (
        <InlineNotice kind="info">Choose at least one part.</InlineNotice>
      ) : (
        <>
          <CopyField
            label="Code of the frame"
            copy="Copy embed code"
            announcement="The embed code is copied."
            text={embedCode(embedAddress(href, embed), title, height)}
            rows={5}
          />
          <Row label="Preview in a column of">
            <Segmented label="Width" value={width} segments={WIDTHS} onChange={setWidth} />
            <span className={styles.size}>pixels{height !== null && `, ${height} high`}</span>
          </Row>
          <EmbedPreview
            // The preview is of this page: the host is another's.
            address={embedAddress(href, { ...embed, host: null })}
            title={`Preview of ${title}`}
            width={Number(width)}
            onHeight={setHeight}
          />
        </>
      )}
    </div>
  );
}

const LABELS: Readonly<Record<EmbedPartName, string>> = {
  stage: 'Plots',
  transport: 'Play, Step and Reset',
  settings: 'Settings',
  caption: 'What to do first',
  diagram: 'Graphical model',
  formulas: 'Formulas',
  explanation: 'Explanation',
  challenges: 'Challenges',
};

const THEME_LABELS: Readonly<Record<EmbedTheme, string>> = {
  auto: 'That of the page',
  light: 'Light',
  dark: 'Dark',
};
const THEMES = EMBED_THEMES.map((value) => ({ value, label: THEME_LABELS[value] }));

/** Columns of text: a phone's, a book's, a blog's. Pixels. */
type Width = '320' | '480' | '640';
const WIDTHS = (['320', '480', '640'] as const).map((value) => ({ value, label: value }));

const FEW = 2;

const toggled = <Name extends string>(names: readonly Name[], name: Name): readonly Name[] =>
  names.includes(name) ? names.filter((other) => other !== name) : [...names, name];

interface ChosenProps {
  /** Null for all. */
  readonly chosen: readonly string[] | null;
  readonly onChosen: (chosen: readonly string[] | null) => void;
}

function Settings(props: ChosenProps) {
  const { table } = useLab();
  const values = useDocument((document) => document.settings);
  const shown = visibleGroups(table, values, new Set()).flatMap(({ basic, more }) => [
    ...basic,
    ...more,
  ]);
  const options = shown.map(({ name, setting }) => ({ name, label: setting.label }));
  const presets = table.presets.length > 1 ? [{ name: 'presets', label: 'Presets' }] : [];
  return <Choice {...props} of="settings" options={[...presets, ...options]} />;
}

interface ChoiceProps extends ChosenProps {
  readonly of: 'plots' | 'settings';
  readonly options: readonly { readonly name: string; readonly label: string }[];
}

/** All of something, or some of it, one by one. */
function Choice({ of, options, chosen, onChosen }: ChoiceProps) {
  if (options.length < 2) return null;
  const segments = [
    { value: 'all', label: 'All' },
    { value: 'some', label: 'Some' },
  ] as const;
  return (
    <>
      <Row label={`Which ${of}`}>
        <Segmented
          label={`Which ${of}`}
          value={chosen === null ? 'all' : 'some'}
          segments={segments}
          onChange={(value) => onChosen(value === 'all' ? null : [options[0].name])}
        />
      </Row>
      {chosen !== null && (
        <Group legend={`Which ${of}`} isLegendHidden>
          {options.map(({ name, label }) => (
            <Switch
              key={name}
              label={label}
              checked={chosen.includes(name)}
              // The last one stays: none would mean all.
              disabled={chosen.length === 1 && chosen.includes(name)}
              onChange={() => onChosen(toggled(chosen, name))}
            />
          ))}
        </Group>
      )}
    </>
  );
}

interface GroupProps {
  readonly legend: string;
  readonly isLegendHidden?: boolean;
  readonly children: ReactNode;
}

function Group({ legend, isLegendHidden = false, children }: GroupProps) {
  return (
    <fieldset className={dialog.parts} aria-label={legend}>
      {!isLegendHidden && <legend>{legend}</legend>}
      <div className={dialog.switches}>{children}</div>
    </fieldset>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      {children}
    </div>
  );
}
