import type { ReactNode } from 'react';
import styles from './Term.module.css';

export interface TermProps {
  readonly word: GlossaryWord;
  /** As the sentence has it, where that differs: "responsibilities". */
  readonly children?: ReactNode;
}

/** A word with its explanation, for the mouse, the keyboard and a finger. */
export function Term({ word, children = word }: TermProps) {
  const text = GLOSSARY[word];
  return (
    <button
      type="button"
      className={styles.term}
      aria-description={text}
      data-tooltip={text}
      data-tooltip-on-press=""
    >
      {children}
    </button>
  );
}

/** Words a reader may meet for the first time here, each in a sentence or two. */
const GLOSSARY = {
  nat: 'The unit of information with natural logarithms: 1 nat is 1.44 bits. One nat more means that the data are e = 2.72 times as likely.',
  'node potential':
    'What the encoder says about one latent: a Gaussian factor with a centre and a precision, to be combined with the prior.',
  responsibility:
    'The probability that a point belongs to a cluster, given the point and the present parameters. The responsibilities of a point add up to 1.',
  'free energy':
    'Another name for the ELBO, common in texts on EM: expected log joint plus entropy.',
  ELBO: 'Evidence lower bound: a lower bound of the log-likelihood. The difference is the KL divergence from the approximate to the exact posterior.',
  topic:
    'A probability distribution over the words of the vocabulary. A name for it is given by people, not by the model.',
  perplexity:
    'The exponential of minus the mean log probability of a word. As uncertain as a choice among so many equally likely words.',
  'importance weight':
    'The target density divided by the density that a draw comes from. With these weights, draws of one distribution give expectations under another.',
  'effective sample size':
    'How many equally weighted draws would give as much information: the squared sum of the weights over the sum of their squares.',
  'adjusted Rand index':
    'How well two groupings agree: 1 where they are the same, about 0 where they agree by chance. The names of the groups do not matter.',
  oracle:
    'Inference with the true parameters, those that made the data. No trained model can be expected to find the states better.',
  'stop word':
    'A word that is left out because it occurs in all kinds of texts, such as “the” and “of”.',
} as const;

type GlossaryWord = keyof typeof GLOSSARY;
