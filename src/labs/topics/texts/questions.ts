import type { Questions } from '../../shared/explanation/labTexts.ts';

/** For a sheet of paper: no answers are printed with them. */
export const questions: Questions = [
  'A topic is a distribution over words. Why is its name, or its list of top words, not enough to say what it is about?',
  'What does α say about documents before any word is read? Describe what happens when α is far too large for short documents.',
  'The ELBO and the held-out perplexity may prefer different numbers of topics. What does each of them measure?',
];
