import { Select } from '@base-ui/react/select';
import { type ReactNode, useId } from 'react';
import styles from './Choice.module.css';
import { classNames } from './classNames.ts';
import field from './field.module.css';
import { HelpTip } from './HelpTip.tsx';
import { Icon } from './Icon.tsx';
import popup from './popup.module.css';

export interface ChoiceOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** One line below the label, in the list. */
  readonly help?: string;
}

export interface ChoiceProps<Value extends string = string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly ChoiceOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly help?: ReactNode;
  readonly disabled?: boolean;
  /** Right after the label: a small sign. */
  readonly mark?: ReactNode;
  /** At the end of the label's line: a reset button. */
  readonly adornment?: ReactNode;
  /** Without a drawn label: the label is the accessible name only. */
  readonly compact?: boolean;
  /** Looks like text with a small arrow; for readouts that can be changed. */
  readonly quiet?: boolean;
  /** Shown in place of the label of the option chosen: what "automatic" has come to. */
  readonly display?: string;
}

/** One of several options, from a list. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, help, mark, adornment, compact = false } = props;
  const labelId = useId();
  if (compact) return <ChoiceList {...props} labelProps={{ 'aria-label': label }} />;
  return (
    <div className={field.field}>
      <div className={field.row}>
        <span id={labelId} className={field.label}>
          {label}
        </span>
        {mark}
        {help && <HelpTip about={label}>{help}</HelpTip>}
        {adornment && <span className={field.end}>{adornment}</span>}
      </div>
      <ChoiceList {...props} labelProps={{ 'aria-labelledby': labelId }} />
    </div>
  );
}

type LabelProps = { 'aria-label': string } | { 'aria-labelledby': string };

function ChoiceList<Value extends string>(
  props: ChoiceProps<Value> & { readonly labelProps: LabelProps },
) {
  const { value, options, onChange, disabled = false, quiet = false, labelProps, display } = props;
  return (
    <Select.Root
      value={value}
      items={options}
      disabled={disabled}
      modal={false}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
    >
      <Select.Trigger {...labelProps} className={classNames(styles.trigger, quiet && styles.quiet)}>
        <Select.Value>{display}</Select.Value>
        <Select.Icon className={styles.icon}>
          <Icon name="chevronDown" />
        </Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner sideOffset={4} alignItemWithTrigger={false} className={popup.positioner}>
          <Select.Popup {...labelProps} className={classNames(popup.popup, styles.popup)}>
            {options.map((option) => (
              <Select.Item key={option.value} value={option.value} className={styles.item}>
                <Select.ItemIndicator className={styles.mark}>
                  <Icon name="check" />
                </Select.ItemIndicator>
                <Select.ItemText className={styles.text}>{option.label}</Select.ItemText>
                {option.help && <span className={styles.help}>{option.help}</span>}
              </Select.Item>
            ))}
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}
