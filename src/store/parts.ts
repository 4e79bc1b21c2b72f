import type { Lab } from '../labs/lab.ts';
import type { FollowedDocument } from './followedDocument.ts';
import type { Messenger } from './messages.ts';
import type { OpenRun } from './openRun.ts';
import type { RunStore } from './run.ts';

/** What the parts of the controller work on. */
export interface Parts extends Pick<Messenger, 'tell'> {
  readonly document: FollowedDocument;
  readonly run: RunStore;
  readonly open: OpenRun;
  readonly labNamed: (lab: string) => Lab;
  /**
   * Asks later whether the document that is open now still is: a command that was given for one must
   * not be carried out on another that was opened while it waited.
   */
  readonly sameVisit: () => () => boolean;
}
