import type { Taken } from '../../shared/sources/sources.ts';

export const taken: readonly Taken[] = [
  { from: 'thesis', what: 'section 4.3: graphical models are exchanged, training stays' },
  { from: 'johnson', what: 'the structured VAE with a switching linear dynamical system' },
  { from: 'ghahramani', what: 'structured mean field for switching linear dynamics' },
  {
    from: 'bendekgey',
    what: 'the gradient through the fixed point, and the moving and breathing bar',
  },
  { from: 'rabiner', what: 'the forward-backward algorithm' },
  { from: 'hubert', what: 'the adjusted Rand index' },
];
