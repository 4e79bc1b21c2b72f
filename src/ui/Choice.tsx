import { type ReactNode, useId } from 'react';
import styles from './Choice.module.css';
import field from './field.module.css';
import { HelpTip } from './HelpTip.tsx';
import { Icon } from './Icon.tsx';

export interface ChoiceOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** One line below the list, while the option is the one chosen. */
  readonly help?: string;
}

export interface ChoiceProps<Value extends string = string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly ChoiceOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly help?: string;
  readonly disabled?: boolean;
  /** Right after the label: a small sign. */
  readonly mark?: ReactNode;
  /** At the end of the label's line: a reset button. */
  readonly adornment?: ReactNode;
}

/**
 * One of several options. The browser's own list: it is the best there is on a phone, and every
 * screen reader knows it.
 */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, value, options, help, mark, adornment } = props;
  const id = useId();
  const optionHelp = options.find((option) => option.value === value)?.help;
  return (
    <div className={field.field}>
      <div className={field.row}>
        <label htmlFor={id} className={field.label}>
          {label}
        </label>
        {mark}
        {help && <HelpTip about={label} text={help} />}
        {adornment && <span className={field.end}>{adornment}</span>}
      </div>
      <span className={styles.box}>
        <OptionList {...props} id={id} className={styles.list} />
        <Arrow />
      </span>
      {optionHelp && <p className={styles.help}>{optionHelp}</p>}
    </div>
  );
}

export type CompactChoiceProps<Value extends string = string> = Omit<
  ChoiceProps<Value>,
  'help' | 'mark' | 'adornment'
> & {
  /**
   * Shown in place of the option's label, as plain text with an arrow: for a readout that can be
   * changed, such as what "automatic" has come to.
   */
  readonly display?: string;
};

/** The same without a drawn label, for bars. */
export function CompactChoice<Value extends string>(props: CompactChoiceProps<Value>) {
  const { label, display } = props;
  if (display === undefined) {
    return (
      <span className={styles.box}>
        <OptionList {...props} aria-label={label} className={styles.list} />
        <Arrow />
      </span>
    );
  }
  return (
    <span className={styles.readout}>
      <span aria-hidden="true">{display}</span>
      <Arrow />
      <OptionList {...props} aria-label={label} className={styles.cover} />
    </span>
  );
}

type OptionListProps<Value extends string> = Pick<
  ChoiceProps<Value>,
  'value' | 'options' | 'onChange' | 'disabled'
> & {
  readonly className: string | undefined;
  readonly id?: string;
  readonly 'aria-label'?: string;
};

function OptionList<Value extends string>(props: OptionListProps<Value>) {
  const { value, options, onChange, disabled, className, id } = props;
  return (
    <select
      id={id}
      aria-label={props['aria-label']}
      className={className}
      value={value}
      disabled={disabled}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function Arrow() {
  return (
    <span className={styles.arrow}>
      <Icon name="chevronDown" />
    </span>
  );
}
