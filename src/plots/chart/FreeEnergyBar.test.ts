import { scaleLinear } from 'd3';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { FreeEnergyBar } from './FreeEnergyBar.tsx';
import { rowsOf } from './freeEnergySeries.ts';

it('draws the whole entropy, and from its top down what the prior costs', () => {
  const [row] = rowsOf({
    halfStep: [0],
    mark: ['m'],
    logLikelihood: [null],
    energy: [-5],
    entropy: [1],
    globalKl: [3],
  });
  const chart = {
    width: 100,
    height: 100,
    area: { left: 0, top: 0, width: 100, height: 100 },
    x: scaleLinear([0, 1], [0, 100]),
    y: scaleLinear([-10, 0], [100, 0]),
  };
  const drawn = renderToStaticMarkup(
    createElement(FreeEnergyBar, { row, chart, left: 0, width: 10 }),
  );
  expect(drawn).toContain('data-part="entropy" x="0" y="40" width="10" height="10"');
  expect(drawn).toContain('data-part="globalKl" x="0" y="40" width="10" height="30"');
});
