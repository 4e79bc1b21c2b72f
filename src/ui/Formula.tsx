import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { classNames } from './classNames.ts';
import styles from './Formula.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import { whenUsable } from './whenUsable.ts';

export interface FormulaProps {
  /** LaTeX; `\sym{name}{tex}` marks a symbol that can light up. */
  readonly tex: string;
  /** The formula in words, for who cannot see it set yet or cannot scroll it. */
  readonly label: string;
  /** Within a line of text rather than on its own. */
  readonly inline?: boolean;
  /** Height kept free until the formula is set, so that nothing jumps. A CSS length. */
  readonly height?: string;
  /** What the marked symbols stand for; a row of words below, which the keyboard reaches. */
  readonly symbols?: readonly { readonly name: string; readonly label: string }[];
  /** The symbol lit at present, from wherever it was pointed at. */
  readonly highlighted?: string | null;
  /** A symbol is pointed at or has the focus; null when no more. */
  readonly onHighlight?: (name: string | null) => void;
}

/** A formula set by KaTeX, which is loaded with the first formula and after the first picture. */
export function Formula(props: FormulaProps) {
  const {
    tex,
    label,
    inline = false,
    height = '2.75rem',
    symbols,
    highlighted,
    onHighlight,
  } = props;
  const { html, hasFailed } = useFormulaHtml(tex, !inline);
  const container = useRef<HTMLSpanElement>(null);
  const isScrollable = useFit(container, html);

  // KaTeX's HTML is set from outside React, so its marks are too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: new html has no marks yet
  useEffect(() => {
    for (const symbol of container.current?.querySelectorAll('[data-symbol]') ?? []) {
      symbol.toggleAttribute('data-lit', symbol.getAttribute('data-symbol') === highlighted);
    }
  }, [html, highlighted]);

  const point = (event: PointerEvent) => {
    const symbol = event.target instanceof Element && event.target.closest('[data-symbol]');
    onHighlight?.(symbol ? symbol.getAttribute('data-symbol') : null);
  };

  const Tag = inline ? 'span' : 'div';
  return (
    <Tag className={classNames(styles.formula, onHighlight && styles.lit)}>
      <span
        ref={container}
        className={inline ? styles.inline : styles.display}
        style={inline ? undefined : { minHeight: height }}
        onPointerOver={onHighlight && point}
        onPointerLeave={onHighlight && (() => onHighlight(null))}
        {...(isScrollable && { tabIndex: 0, role: 'group', 'aria-label': label })}
        {...(html !== null && { dangerouslySetInnerHTML: { __html: html } })}
      >
        {html === null ? <Unset label={label} hasFailed={hasFailed} /> : undefined}
      </span>
      {symbols && onHighlight && (
        <span className={styles.symbols}>
          {symbols.map((symbol) => (
            <button
              key={symbol.name}
              type="button"
              className={styles.symbol}
              data-lit={symbol.name === highlighted || undefined}
              onPointerEnter={() => onHighlight(symbol.name)}
              onPointerLeave={() => onHighlight(null)}
              onFocus={() => onHighlight(symbol.name)}
              onBlur={() => onHighlight(null)}
            >
              {symbol.label}
            </button>
          ))}
        </span>
      )}
    </Tag>
  );
}

/** In the formula's place before it is set: for screen readers only, for all if it never is. */
function Unset({ label, hasFailed }: { readonly label: string; readonly hasFailed: boolean }) {
  return hasFailed ? <em>{label}</em> : <VisuallyHidden>{label}</VisuallyHidden>;
}

function useFormulaHtml(tex: string, display: boolean) {
  const [html, setHtml] = useState<string | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    whenUsable(() => import('./renderFormula.ts'))
      .then(({ renderFormula }) => {
        if (isCurrent) setHtml(renderFormula(tex, display));
      })
      .catch(() => setHasFailed(true));
    return () => {
      isCurrent = false;
    };
  }, [tex, display]);
  return { html, hasFailed };
}

const SMALLEST_FIT = 0.8;

/**
 * Sets a formula that is too wide somewhat smaller. True if it has to be scrolled all the same:
 * what scrolls must be reachable by keyboard.
 */
function useFit(ref: { current: HTMLElement | null }, content: unknown): boolean {
  const [isScrollable, setIsScrollable] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again with new contents
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const fitToWidth = () => {
      element.style.setProperty('--fit', '1');
      // Two pixels less than there are: glyphs do not shrink by exactly the same factor.
      const fits = element.scrollWidth <= element.clientWidth;
      const fit = fits
        ? 1
        : Math.max(SMALLEST_FIT, (element.clientWidth - 2) / element.scrollWidth);
      element.style.setProperty('--fit', String(fit));
      setIsScrollable(element.scrollWidth > element.clientWidth + 1);
    };
    const observer = new ResizeObserver(fitToWidth);
    observer.observe(element);
    // Formulas bring their fonts as they need them, and with these their width.
    document.fonts.addEventListener('loadingdone', fitToWidth);
    return () => {
      document.fonts.removeEventListener('loadingdone', fitToWidth);
      observer.disconnect();
    };
  }, [ref, content]);
  return isScrollable;
}
