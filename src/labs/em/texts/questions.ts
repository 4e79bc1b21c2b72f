import type { Questions } from '../../shared/explanation/labTexts.ts';

/** For a sheet of paper: no answers are printed with them. */
export const questions: Questions = [
  'In which half-step does the gap between the ELBO and the log-likelihood close, and in which one does it open? Why does the log-likelihood still never fall?',
  'Two starts of the same algorithm on the same points end at different log-likelihoods. What does this say about the maximum that EM finds, and how would you choose among several runs?',
  'The likelihood of a Gaussian mixture has no maximum. How can you see this in the lab, and how does a prior change it?',
];
