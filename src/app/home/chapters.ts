import type { Chapter } from '../../labs/lab.ts';
import { type RegistryEntry, registry } from '../../labs/registry.ts';

interface ChapterWords {
  readonly title: string;
  readonly about: string;
}

const WORDS: Readonly<Record<Chapter, ChapterWords>> = {
  bounds: {
    title: 'Latent variables and bounds',
    about:
      'How far apart two distributions are, how EM raises a bound step by step, and what can be done where a posterior cannot be computed. No networks yet.',
  },
  networks: {
    title: 'Learning with networks',
    about:
      'A network maps latents to data, gradients come from draws, and a graphical model gives the latents clusters or dynamics.',
  },
};

export interface CourseChapter extends ChapterWords {
  readonly id: Chapter;
  readonly entries: readonly RegistryEntry[];
  readonly minutes: number;
}

/** The labs of the registry, chapter by chapter. */
export const chapters: readonly CourseChapter[] = (['bounds', 'networks'] as const).map((id) => {
  const entries = registry.filter(({ card }) => card.chapter === id);
  return {
    ...{ id, entries, ...WORDS[id] },
    minutes: entries.reduce((sum, { card }) => sum + card.minutes, 0),
  };
});

const QUARTERS = 4;
const OF_AN_HOUR = 15;

/** A time in hours and quarters of hours: "2 ½ hours". */
export function hoursInWords(minutes: number): string {
  const quarters = Math.round(minutes / OF_AN_HOUR);
  const hours = Math.floor(quarters / QUARTERS);
  const rest = ['', '¼', '½', '¾'][quarters % QUARTERS];
  return `${[hours || '', rest].filter(Boolean).join(' ')} hour${quarters === QUARTERS ? '' : 's'}`;
}
