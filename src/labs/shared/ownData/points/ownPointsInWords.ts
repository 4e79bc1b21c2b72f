import { classCount, type OwnData } from '../../../../datasets/ownData.ts';

/** "penguins.csv: 333 points, 4 columns, 3 classes" */
export function ownPointsInWords(own: OwnData | null): string {
  if (!own) return 'None yet. Draw some on the data plot, or load a file.';
  const { name, rows, columns, labels } = own;
  const classes = labels ? classCount(labels) : 0;
  const parts = [
    `${rows.toLocaleString('en-US')} points`,
    `${columns.length} columns`,
    ...(classes > 1 ? [`${classes} classes`] : []),
  ];
  return `${name}: ${parts.join(', ')}`;
}
