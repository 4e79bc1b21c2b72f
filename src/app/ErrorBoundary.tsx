import { Component, type ReactNode } from 'react';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import styles from './ErrorBoundary.module.css';
import { MAIN_ID } from './usePageFocus.ts';

interface State {
  readonly error: Error | null;
}

/** What is seen in place of a page that broke: what to do about it, and what to report. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <main id={MAIN_ID} tabIndex={-1} className={styles.page}>
        <h1>This page has stopped working</h1>
        <p>
          The fault is in the page, not in anything you did. Reload the page; this usually helps. If
          it fails again, a link with unusual settings may be the cause: open a lab from the list of
          labs instead.
        </p>
        <div className={styles.actions}>
          <Button variant="primary" onClick={() => window.location.reload()}>
            Load again
          </Button>
          <a className={buttonClass({})} href="#/">
            All labs
          </a>
        </div>
        <Disclosure label="Details for a report">
          <pre className={styles.details}>{error.stack ?? error.message}</pre>
        </Disclosure>
      </main>
    );
  }
}
