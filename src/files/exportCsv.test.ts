import { expect, it } from 'vitest';
import { parseCsv } from '../datasets/csv/parseCsv.fixture.ts';
import type { Dataset } from '../labs/engine.ts';
import { columnsCsv, pointsCsv } from './exportCsv.ts';

const dataset: Dataset = {
  kind: 'points',
  name: 'Mine',
  rows: 2,
  dimension: 2,
  values: Float32Array.of(1, 2, -3, 0.5),
  labels: Int32Array.of(1, 0),
  columns: ['width, cm', 'height'],
  units: [
    { offset: 100, scale: 2 },
    { offset: 10, scale: 2 },
  ],
  distance: { scale: 2, unit: 'own units' },
};

it('writes points in user units with everything the model says beside them', () => {
  const csv = pointsCsv({
    dataset,
    latentDimension: 3,
    latents: Float32Array.of(0.1, 0.2, 0.3, 1, 2, 3),
    assignments: Uint16Array.of(4, 0),
    confidence: Float32Array.of(0.75, 1),
    reconstructions: Float32Array.of(0, 0, 1, 1),
  });
  expect(csv.split('\r\n')).toEqual([
    '"width, cm",height,label,cluster,responsibility,latent 1,latent 2,latent 3,"reconstructed width, cm",reconstructed height',
    '102,14,2,5,0.75,0.100000001,0.200000003,0.300000012,100,10',
    '94,11,1,1,1,1,2,3,102,12',
  ]);
});

it('writes the data alone before there is a model', () => {
  const csv = pointsCsv({ dataset: { ...dataset, labels: null } });
  expect(csv).toBe('"width, cm",height\r\n102,14\r\n94,11');
});

it('leaves the cells of missing values empty', () => {
  const columns = [
    { name: 'a', values: [1, Number.NaN, 3] },
    { name: 'b', values: [4, 5, Number.NaN] },
  ];
  expect(columnsCsv(columns)).toBe('a,b\r\n1,4\r\n,5\r\n3,');
});

it('gives every Float32 back', () => {
  const values = Float32Array.from(
    { length: 500 },
    (_, index) => Math.tan(index) * 10 ** (index % 9),
  );
  const [, ...lines] = columnsCsv([{ name: 'v', values }]).split('\r\n');
  expect(Float32Array.from(lines, Number)).toEqual(values);
});

it('cannot smuggle a formula into a spreadsheet, and leaves negative numbers alone', () => {
  const csv = columnsCsv([{ name: '=HYPERLINK("x")', values: [-1] }]);
  expect(csv).toBe(`"'=HYPERLINK(""x"")"\r\n-1`);
});

it('is read back by the page itself', async () => {
  const result = await parseCsv(pointsCsv({ dataset }), { name: 'again' });
  expect(result.ok && result.data).toMatchObject({
    columns: ['width, cm', 'height'],
    values: Float64Array.of(102, 14, 94, 11),
    labels: Int32Array.of(1, 0),
  });
});
