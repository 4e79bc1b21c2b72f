import { read, written } from '../shared/data/arrayTable.ts';

export const topicsArrays = {
  lambda: read('K x V', 'of the Dirichlet posteriors of the topics, one for each table'),
  gamma: written(
    'D x K',
    'of the Dirichlet posteriors of the shares; of held-out documents under these topics',
  ),
  alpha: written('K', 'of the prior of the shares: a setting'),
  eta: written('', 'of the prior of the topics: a setting'),
  beta: written('K x V', 'E[β]: probability of each word in each topic'),
  theta: written('D x K', 'E[θ]: shares of the topics in each document'),
  vocabulary: written('V', 'the words, or pixels, or alleles'),
  documents: written('D', 'titles'),
  topics: written('K', 'names of the topics on the page'),
  doc_starts: written('D + 1', 'document d has the pairs from doc_starts[d] to doc_starts[d + 1]'),
  doc_words: written('P', 'the word of each pair of a document and a word in it'),
  doc_counts: written('P', 'how often the word occurs in the document'),
  held_out: written('H', 'documents that no topic has learned from'),
  tables: written('V', 'the table of each word where words are alleles: its locus, from 0'),
  pins: written('V', 'the only topic that a pinned word may come from, −1 for none'),
  assignments: written('P', 'the likeliest topic of each pair, from 0'),
  confidence: written('P', 'its probability under q(z)'),
};
