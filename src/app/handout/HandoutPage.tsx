import { useEffect, useRef } from 'react';
import type { Handout, HandoutPicture } from '../../labs/shared/handout/takeHandout.ts';
import { Button } from '../../ui/Button.tsx';
import { Formula } from '../../ui/Formula.tsx';
import QrCode from '../share/QrCode.tsx';
import styles from './HandoutPage.module.css';

export interface HandoutPageProps {
  readonly handout: Handout;
  readonly onClose: () => void;
}

/** A state of a lab on paper: pictures, figures, formulas, the link, and questions with room to write. */
export function HandoutPage({ handout, onClose }: HandoutPageProps) {
  const { title, pictures, settings, figures, formulas, questions, href } = handout;
  const print = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    print.current?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
      // What is behind it has keys of its own.
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [onClose]);
  return (
    <div role="dialog" aria-modal="true" aria-label="Handout" className={styles.page}>
      <div className={styles.bar}>
        <Button ref={print} variant="primary" onClick={() => window.print()}>
          Print
        </Button>
        <Button icon="close" tooltip="Esc" onClick={onClose}>
          Close
        </Button>
      </div>
      <article className={styles.sheet}>
        <header className={styles.head}>
          <div>
            <h1>{title}</h1>
            <p className={styles.link}>
              <a href={href}>{href}</a>
            </p>
          </div>
          <div className={styles.code}>
            <QrCode text={href} />
          </div>
        </header>
        <div className={styles.pictures}>
          {pictures.map((picture) => (
            <Picture key={picture.name} {...picture} />
          ))}
        </div>
        <div className={styles.facts}>
          <Facts title="Settings" lines={settings} />
          <Facts title="Figures" lines={figures} />
        </div>
        <h2>Formulas</h2>
        <div className={styles.formulas}>
          {formulas.map(({ tex, label, height }) => (
            <Formula key={tex} {...{ tex, label, height }} />
          ))}
        </div>
        <h2>Questions</h2>
        <ol className={styles.questions}>
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ol>
      </article>
    </div>
  );
}

/** Wider than this, CSS pixels, a picture takes the width of the sheet. */
const WIDE = 620;
/** The others are smaller than on the page, all alike, so that two stand side by side. */
const SMALLER = 0.72;

function Picture({ name, svg, width }: HandoutPicture) {
  return (
    <img
      className={styles.picture}
      style={{ width: width > WIDE ? '100%' : `${width * SMALLER}px` }}
      alt={name}
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
    />
  );
}

interface FactsProps {
  readonly title: string;
  readonly lines: readonly (readonly [string, string])[];
}

function Facts({ title, lines }: FactsProps) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <dl className={styles.lines}>
        {lines.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
