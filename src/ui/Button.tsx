import { type ComponentProps, type FocusEvent, useState } from 'react';
import styles from './Button.module.css';
import { classNames } from './classNames.ts';
import { Icon, type IconName } from './Icon.tsx';

interface ButtonStyle {
  /** 'primary' once in a group at most; 'quiet' has no border. */
  readonly variant?: 'plain' | 'primary' | 'quiet';
  readonly size?: 'normal' | 'small';
}

export interface ButtonProps extends ComponentProps<'button'>, ButtonStyle {
  readonly icon?: IconName;
  /** Shown on hover and focus: more than the text, such as the key that does the same. */
  readonly tooltip?: string;
}

/** A button with a text, and an icon before it if given. */
export function Button(props: ButtonProps) {
  const { variant, size, icon, tooltip, className, children, ...rest } = props;
  return (
    <button
      type="button"
      className={classNames(buttonClass({ variant, size }), className)}
      aria-description={tooltip}
      data-tooltip={tooltip}
      {...rest}
      {...useKeptFocus(rest)}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'>, ButtonStyle {
  readonly icon: IconName;
  /** The accessible name; also the tooltip, unless one is given. */
  readonly label: string;
  /** Shown on hover and focus: more than the name, such as the key that does the same. */
  readonly tooltip?: string;
}

/** A button with an icon only. Its name is its label, whatever the tooltip adds. */
export function IconButton(props: IconButtonProps) {
  const { variant = 'quiet', size, icon, label, tooltip, className, ...rest } = props;
  return (
    <button
      type="button"
      aria-label={label}
      aria-description={tooltip}
      className={classNames(buttonClass({ variant, size }), styles.iconOnly, className)}
      data-tooltip={tooltip ?? label}
      {...rest}
      {...useKeptFocus(rest)}
    >
      <Icon name={icon} />
    </button>
  );
}

/**
 * A button that is disabled by its own press, such as Undo after the last change, keeps the focus:
 * the browser would take it away, and the keyboard would start at the top of the page again.
 */
function useKeptFocus({ disabled = false, onClick, onFocus, onBlur }: ComponentProps<'button'>) {
  const [hasFocus, setHasFocus] = useState(false);
  const isKept = disabled && hasFocus;
  return {
    disabled: disabled && !hasFocus,
    ...(isKept ? { 'aria-disabled': true, onClick: undefined } : { onClick }),
    onFocus(event: FocusEvent<HTMLButtonElement>) {
      setHasFocus(true);
      onFocus?.(event);
    },
    onBlur(event: FocusEvent<HTMLButtonElement>) {
      setHasFocus(false);
      onBlur?.(event);
    },
  };
}

/** The look of a button, for links and triggers that should look like one. */
export function buttonClass({
  variant,
  size,
}: { [Key in keyof ButtonStyle]?: ButtonStyle[Key] | undefined }) {
  return classNames(
    styles.button,
    variant === 'primary' && styles.primary,
    variant === 'quiet' && styles.quiet,
    size === 'small' && styles.small,
  );
}
