import { columnsCsv } from '../../../files/exportCsv.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
import type { TopicsSnapshot } from '../snapshot.ts';
import { shownNames } from './looks.ts';

export const exports: LabExports = {
  pictures: [
    { value: 'topics', label: 'Topics' },
    { value: 'reader', label: 'Reader' },
    { value: 'documents', label: 'Documents' },
    { value: 'bound', label: 'ELBO' },
  ],
  tables: [
    table<TopicsSnapshot>(
      'Topics',
      'The most relevant words of each topic as CSV, with probability and lift',
      ({ topics }, dataset, run) => {
        const names = shownNames(run);
        const rows = topics.flatMap(({ share, top }, k) =>
          top.map((word, rank) => ({ ...word, rank: rank + 1, name: names[k] ?? '', share })),
        );
        return columnsCsv([
          { name: 'topic', values: rows.map(({ name }) => name) },
          { name: 'share', values: rows.map(({ share }) => share) },
          { name: 'rank', values: rows.map(({ rank }) => rank) },
          {
            name: 'word',
            values: rows.map(({ word }) =>
              dataset.kind === 'documents' ? dataset.vocabulary[word] : word,
            ),
          },
          { name: 'probability', values: rows.map(({ probability }) => probability) },
          { name: 'lift', values: rows.map(({ lift }) => lift) },
        ]);
      },
    ),
    table<TopicsSnapshot>(
      'Document shares',
      'Expected shares of the topics in each document as CSV',
      ({ topics, shares, documents }, dataset, run) => {
        const names = shownNames(run);
        const K = topics.length;
        if (shares === null || dataset.kind !== 'documents') return '';
        return columnsCsv([
          { name: 'document', values: dataset.titles },
          ...topics.map((_, k) => ({
            name: names[k] ?? '',
            values: Array.from({ length: documents }, (_unused, d) => shares[d * K + k]),
          })),
        ]);
      },
    ),
    table<TopicsSnapshot>(
      'Course',
      'ELBO and held-out perplexity over the documents seen as CSV',
      ({ courses }) =>
        columnsCsv([
          {
            name: 'algorithm',
            values: courses.flatMap(({ algorithm, elbo }) =>
              Array.from(elbo, (): string => algorithm),
            ),
          },
          {
            name: 'documents seen',
            values: courses.flatMap((course) => Array.from(course.documentsSeen)),
          },
          { name: 'ELBO per word', values: courses.flatMap(({ elbo }) => Array.from(elbo)) },
          {
            name: 'held-out perplexity',
            values: courses.flatMap(({ perplexity, elbo }) =>
              perplexity ? Array.from(perplexity) : Array.from(elbo, () => Number.NaN),
            ),
          },
        ]),
    ),
  ],
  hasBound: false,
};
