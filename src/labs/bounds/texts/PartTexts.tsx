import { Explained } from '../../shared/explanation/Explained.tsx';
import { Cite } from '../../shared/sources/Cite.tsx';
import { annealedBounds, annealedWeight, filterEstimate, logarithmIsLow } from './partFormulas.ts';

/** Annealing, and the particle filter: two more unbiased estimators whose logarithm is a bound. */
export const PartTexts = () => (
  <>
    <section>
      <h3>Annealing</h3>
      <p>
        Where the target lies far from the density we can draw from, hardly any draw counts.
        Annealed importance sampling (<Cite from="neal">Neal 2001</Cite>) goes there in <i>T</i>{' '}
        small steps. A run moves under each density in turn and collects the ratios of neighbours as
        its weight.
      </p>
      <Explained formula={annealedWeight} />
      <p>
        The mean weight is <i>Z</i>, the normaliser of the target, for any number of steps and for
        any moves that leave each density invariant. Good moves and many steps only lower the
        spread. One step is plain importance sampling.
      </p>
      <Explained formula={annealedBounds} />
      <p>
        <i>J</i> is the sum of both divergences between start and target. The same bridge in
        reverse, from exact draws of the target, gives an upper bound. So log Z is enclosed, and
        with perfect moves both bounds are exactly <i>J/T</i> apart. Usually the target cannot be
        drawn from exactly; it can where the model has made the data.
      </p>
    </section>
    <section>
      <h3>Particle filter</h3>
      <p>
        In a series each observation is one step of the bridge. Particles move by the dynamics, are
        weighted by the observation, and are drawn again by their weights (
        <Cite from="gordon">Gordon et al. 1993</Cite>).
      </p>
      <Explained formula={filterEstimate} />
      <p>
        <i>W</i> are the normalised weights of the step before: 1/<i>N</i> after resampling. For
        linear Gaussian dynamics the Kalman filter knows the likelihood exactly. The estimate is
        unbiased with each way of resampling. Its logarithm is too low on average; by about half its
        variance while that is small, below about 1.
      </p>
      <Explained formula={logarithmIsLow} />
      <p>
        Without resampling one particle soon has nearly all the weight. The estimate is unbiased all
        the same, but its mean comes from very rare runs: a few hundred estimates do not show it.
      </p>
    </section>
  </>
);
