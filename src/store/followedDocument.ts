/** The document with a listener for its changes, and changes that bypass the listener. */
import type { DocumentStore, LabDocument } from './document.ts';

export class FollowedDocument {
  readonly store: DocumentStore;
  private isQuiet = false;

  constructor(store: DocumentStore, follow: (now: LabDocument, before: LabDocument) => void) {
    this.store = store;
    store.subscribe((now, before) => {
      if (!this.isQuiet) follow(now, before);
    });
  }

  get(): LabDocument {
    return this.store.getState();
  }

  /** A change the session has already made; one step of undo. */
  replaceQuietly(change: Partial<LabDocument>): void {
    this.quietly(() => this.store.setState(change));
  }

  /** The same, as a part of the last step of undo. */
  amendQuietly(change: Partial<LabDocument>): void {
    const { pause, resume } = this.store.temporal.getState();
    pause();
    this.quietly(() => this.store.setState(change));
    resume();
  }

  private quietly(act: () => void): void {
    this.isQuiet = true;
    try {
      act();
    } finally {
      this.isQuiet = false;
    }
  }
}
