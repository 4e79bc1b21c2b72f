import styles from './ModeSwitch.module.css';

const MODES = [
  { lab: 'em', label: 'Clusters in the plane' },
  { lab: 'mixture-of-experts', label: 'Experts on a curve' },
] as const;

export type EmMode = (typeof MODES)[number]['lab'];

/** EM at work on two kinds of mixture, each with a page of its own. */
export function ModeSwitch({ mode }: { readonly mode: EmMode }) {
  return (
    <nav aria-label="What EM fits" className={styles.modes}>
      {MODES.map(({ lab, label }) => (
        <a
          key={lab}
          href={`#/${lab}`}
          className={styles.mode}
          aria-current={lab === mode ? 'page' : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
