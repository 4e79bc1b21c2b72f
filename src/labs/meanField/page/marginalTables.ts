/** Marginals of both parts as columns of a table. */
import type { ExportColumn } from '../../../files/exportCsv.ts';
import type { NetworkSnapshot } from '../networkSnapshot.ts';
import type { PlaneSnapshot } from '../planeSnapshot.ts';

/** Densities over the cells of both axes; the histogram of Gibbs has wider ones. */
export function marginalsOfPlane({ target, factors, chain }: PlaneSnapshot): ExportColumn[] {
  const { names, box, cells, marginals } = target;
  return ([0, 1] as const).flatMap((axis) => {
    const [low, high] = box[axis];
    const name = names[axis];
    const bins = chain?.histograms[axis];
    const binOf = (cell: number) => Math.floor(((cell + 0.5) * (bins?.length ?? 0)) / cells);
    return [
      {
        name,
        values: Array.from(
          { length: cells },
          (_, cell) => low + ((cell + 0.5) * (high - low)) / cells,
        ),
      },
      { name: `exact density of ${name}`, values: marginals[axis] },
      { name: `q(${name})`, values: factors[axis] },
      ...(bins
        ? [
            {
              name: `Gibbs density of ${name}`,
              values: Array.from({ length: cells }, (_, cell) => bins[binOf(cell)]),
            },
          ]
        : []),
    ];
  });
}

/** A row for each state of each node. */
export function marginalsOfNetwork({ nodes, exact, q, gibbs }: NetworkSnapshot): ExportColumn[] {
  const each = <Value>(value: (node: number, state: number) => Value): Value[] =>
    nodes.flatMap(({ states }, node) => states.map((_, state) => value(node, state)));
  return [
    { name: 'node', values: each((node) => nodes[node].name) },
    { name: 'state', values: each((node, state) => nodes[node].states[state]) },
    {
      name: 'exact',
      values: each((node, state) => exact?.marginals[node][state] ?? Number.NaN),
    },
    { name: 'mean field', values: each((node, state) => q[node][state]) },
    { name: 'Gibbs', values: each((node, state) => gibbs.marginals[node][state]) },
  ];
}
