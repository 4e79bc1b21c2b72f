/** What the window that presents and the one with the notes say to one another. */
import type { LessonCommand, LessonState } from './lessonStore.ts';

export type Said =
  | { readonly kind: 'lesson'; readonly state: LessonState }
  | { readonly kind: 'command'; readonly command: LessonCommand }
  /** The one who says it is there, or is about to go. */
  | { readonly kind: 'opened' | 'closed' }
  /** Whether another tab has this name, and its answer. */
  | { readonly kind: 'asked' | 'held' };

/** @param name of the window that presents */
export const channelNamed = (name: string): BroadcastChannel =>
  new BroadcastChannel(`svae-lab.lesson.${name}`);
