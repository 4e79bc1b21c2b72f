import type { Taken } from '../../shared/sources/sources.ts';

export const taken: readonly Taken[] = [
  { from: 'kingma', what: 'the VAE and the reparameterisation trick' },
  { from: 'notes', what: 'the KL between normals in closed form (9.32), and β (section 9.6.4)' },
  {
    from: 'thesis',
    what: 'Figure 2.5: the graphical model; Figure 6.2c: a VAE on spiral arms; the VAE as an SVAE (section 2.4)',
  },
  {
    from: 'suboptimality',
    what: 'the approximation gap and the amortisation gap of an observation',
  },
  { from: 'higgins', what: 'β larger than 1' },
  { from: 'kool', what: 'the leave-one-out baseline of the score function' },
  { from: 'roeder', what: 'sticking the landing' },
  { from: 'burda', what: 'the importance-weighted bound as the objective (IWAE)' },
  { from: 'rainforth', what: 'the gradient of the encoder loses its signal as K grows' },
  { from: 'tucker', what: 'doubly reparameterised gradients' },
];
