import type { Tour } from '../../shared/tour/tour.ts';

/** The shipped model. */
const SHIPPED = 'seed=0&steps=800&v=1';

export const tour: Tour = [
  {
    text: 'A dot circles inside a ring of lights. Each row is a light, each column a step. Steep stripes mean fast, flat stripes mean slow.',
    state: SHIPPED,
    lit: 'observations',
  },
  {
    text: 'The ribbon shows which state the model finds at each step, and below it the true one, which the model has never seen. It errs near switches, where few steps say little about the tempo.',
    state: SHIPPED,
    lit: 'states',
  },
  {
    text: 'Each state has dynamics of its own. Its eigenvalues rotate the latent: the angle is the tempo. Two states have found the two true periods.',
    state: SHIPPED,
    lit: 'eigenvalues',
  },
  {
    text: 'Here the dial of state 1 was turned to 1.5 times its angle. Stretches of this state fit worse now, and the ELBO has fallen.',
    state: `edits=!('kind':'turnEigenvalue','state':0,'angleFactor':1.5,'radiusFactor':1);&${SHIPPED}`,
    lit: 'eigenvalues',
  },
  {
    text: 'The arrows say which state follows which. Here each state stays only a fiftieth as long: the ribbon flickers, and the ELBO falls.',
    state: `edits=!('kind':'scaleStickiness','factor':0.02);&${SHIPPED}`,
    lit: 'chain',
  },
  {
    text: 'Here state 3 was removed, and one fast stretch was painted with state 2, which was not in use. State 2 learns its tempo from the painted steps, and the fast stretch at the beginning follows.',
    state: `edits=!('kind':'removeState','state':2),('kind':'paintState','from':2696,'to':2720,'state':1);&${SHIPPED}`,
    lit: 'states',
  },
  {
    text: 'After the line the model samples chains. Each forecast switches at a time of its own, so they fan out, and their mean fades although no single one does.',
    state: SHIPPED,
    lit: 'fan',
  },
  {
    text: 'With A = 0 the next latent no longer depends on the last: a hidden Markov model. States now stand for places, not tempos, and the ribbon no longer follows the true states.',
    state: `edits=!('kind':'scaleDynamics','factor':0);&${SHIPPED}`,
    lit: 'dynamics',
  },
  {
    text: 'Now it is your turn: turn a dial, pull an arrow, or paint a stretch of the ribbon. Then try the challenges.',
    state: SHIPPED,
    lit: 'states',
  },
];
