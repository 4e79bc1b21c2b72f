/**
 * The formulas of the explanation. `\sym{name}{tex}` marks what lights up on the stage. Set in short
 * lines: the column is narrow.
 */
import { explainedBy } from '../../shared/explanation/explainedBy.ts';

/** The words for the symbols of the formulas, by what they light up on the stage. */
const words = {
  topics: 'topics',
  shares: 'shares of a document',
  responsibilities: 'topic of each word',
  words: 'words',
  elbo: 'ELBO',
} as const;

/** What lights up, kept in the run store as `highlight`. */
export type Highlight = keyof typeof words;

const explained = explainedBy(words);

/** Notes 9.5.4. */
export const model = explained({
  tex: String.raw`\sym{topics}{\beta_k} &\sim \mathrm{Dir}(\eta) \\
    \sym{shares}{\theta_d} &\sim \mathrm{Dir}(\alpha) \\
    \sym{responsibilities}{z_{dn}} &\sim \mathrm{Cat}(\theta_d) \\
    \sym{words}{w_{dn}} &\sim \mathrm{Cat}(\beta_{z_{dn}})`,
  label:
    'Each topic beta k is drawn from a Dirichlet with parameter eta, the shares theta d of each document from one with alpha. Each word first draws its topic z from the shares, then the word itself from that topic.',
  height: '6.5rem',
});

/** Notes, Proposition 20. */
export const updates = explained({
  tex: String.raw`\sym{responsibilities}{\varphi_{dnk}} &\propto e^{\mathbb E[\log \theta_{dk}] + \mathbb E[\log \beta_{k w_{dn}}]} \\
    \sym{shares}{\gamma_{dk}} &= \alpha + \textstyle\sum_n \varphi_{dnk} \\
    \sym{topics}{\lambda_{kv}} &= \eta + \textstyle\sum_{d,n} \varphi_{dnk}\,[w_{dn}{=}v]`,
  label:
    'The responsibility phi of topic k for word n of document d is proportional to the exponential of the expected log share plus the expected log probability of the word. Gamma d k is alpha plus the sum of the responsibilities in the document. Lambda k v is eta plus the sum of the responsibilities for all occurrences of word v.',
  height: '7rem',
});

/** Stochastic variational inference: the same update on a batch, moved a part of the way. */
export const stochastic = explained({
  tex: String.raw`\sym{topics}{\lambda} &\leftarrow (1-\rho_t)\,\lambda + \rho_t\,\hat\lambda_B \\
    \rho_t &= (\tau + t)^{-\kappa}`,
  label:
    'Lambda moves the fraction rho of step t from its value towards lambda hat, which is what the batch B asks for if all documents were like it. Rho is tau plus t, to the power minus kappa.',
  height: '4.25rem',
});

/** Document completion. */
export const perplexity = explained({
  tex: String.raw`\exp\Bigl(-\tfrac1N \textstyle\sum_{\text{hidden}\ n} \log \sum_k \mathbb E[\sym{shares}{\theta_{dk}}]\,\mathbb E[\sym{topics}{\beta_{k w_{dn}}}]\Bigr)`,
  label:
    'The perplexity is the exponential of minus the mean, over the N hidden words, of the log of the sum over topics of the expected share times the expected probability of the word.',
  height: '3.5rem',
});
