import { expect, it } from 'vitest';
import { PLAIN_VIEW } from '../../../store/view.ts';
import type { Dataset } from '../../engine.ts';
import { courseTable } from './tables.ts';

it('tells the ascent by the names of figure 2.2, and leaves out what nobody knows', () => {
  const text = courseTable.csv(
    {
      course: {
        halfStep: [0, 1, 1],
        mark: ['start', 'e', 'start'],
        logLikelihood: [-5, -5, null],
        energy: [-8, -6, -6],
        entropy: [2, 1, 1],
        globalKl: [0, 0, 0.5],
      },
    },
    {} as Dataset,
    { view: PLAIN_VIEW },
  );
  expect(text.split('\r\n')).toEqual([
    'half-step,kind,log-likelihood,KL to the posterior,ELBO,energy,entropy,KL to the prior',
    '0,start,-5,1,-6,-8,2,0',
    '1,E-step,-5,0,-5,-6,1,0',
    '1,start,,,-5.5,-6,1,0.5',
  ]);
});
