import { Explained } from '../../shared/explanation/Explained.tsx';
import styles from '../../shared/explanation/Explanation.module.css';
import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { Cite } from '../../shared/sources/Cite.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { diagram } from './diagram.ts';
import {
  averages,
  objective,
  quadraticVariances,
  reparameterisation,
  scoreFunction,
} from './formulas.ts';
import { questions } from './questions.ts';
import { tour } from './tour.ts';

export const texts: LabTexts = {
  Text,
  formulas: [objective, scoreFunction, reparameterisation, averages, quadraticVariances],
  diagram,
  tour,
  challenges,
  questions,
};

/** The VAE lab with the panel of its encoder's gradient. */
const VAE_GRADIENT = '#/vae?view=gradient&steps=300&v=1';

function Text() {
  return (
    <div className={styles.text}>
      <section>
        <h3>The problem</h3>
        <p>
          Draws of <i>q</i> give an average of <i>f</i>. Its gradient is harder, because the
          parameters are those of the distribution that is drawn from.
        </p>
        <Explained formula={objective} />
        <p>
          A draw cannot be differentiated, but the expectation has a derivative. Drag <i>q</i>: the
          exact gradient is the dashed line in the histograms.
        </p>
      </section>
      <section>
        <h3>The score function</h3>
        <p>
          The derivative of a density is the density times the derivative of its logarithm, the
          score (<Cite from="notes">notes, 9.6.3</Cite>). So the gradient is an expectation again,
          and <i>f</i> needs no derivative.
        </p>
        <Explained formula={scoreFunction} />
        <p>
          The mean of the score is 0. So a <b>baseline</b> changes nothing on average, if it does
          not depend on the draw itself. Its best constant value is not the mean of <i>f</i>, but
          the mean is close to it. The leave-one-out baseline needs no exact mean: it averages{' '}
          <i>f</i> over the other draws of the batch (<Cite from="kool">Kool et al. 2019</Cite>).
          With the mean over the whole batch the gradient would be too small by a factor of 1 − 1/n.
        </p>
      </section>
      <section>
        <h3>Reparameterisation</h3>
        <p>
          Draw the noise first, then move and scale it (<Cite from="notes">notes, (9.33)</Cite>).
          The noise does not depend on the parameters, so the derivative goes inside.
        </p>
        <Explained formula={reparameterisation} />
        <p>
          This needs the slope of <i>f</i>, a continuous <i>x</i>, and an <i>f</i> without jumps.
          For a fast cosine the slopes are large and cancel on average: here the score function
          wins. For a step all slopes are 0, and the estimator is biased.
        </p>
      </section>
      <section>
        <h3>Variance</h3>
        <Explained formula={averages} />
        <p>
          More draws help all estimators in the same way. For the quadratic, with <i>d</i> the
          distance of the mean from <i>k</i> (<Cite from="mohamed">Mohamed et al. 2020</Cite>):
        </p>
        <Explained formula={quadraticVariances} />
        <p>
          Raise the <b>dimensions</b>. The other coordinates multiply the score, so the variance of
          the score function grows with the square of their number; that with a baseline grows in
          proportion to it, and that of reparameterisation stays.
        </p>
      </section>
      <section>
        <h3>The ELBO</h3>
        <p>
          With <i>f</i> = log p(x) − log q(x) the function holds the parameters itself.
          Reparameterisation then has a second part, minus the score, with mean 0. Leave it out and
          the estimate is 0 at every draw once <i>q</i> is the posterior: this is sticking the
          landing (<Cite from="roeder">Roeder et al. 2017</Cite>).
        </p>
        <p>
          <a href={VAE_GRADIENT}>Measure it in a VAE</a>: the same estimators on the encoder of a
          network that has learned for 300 steps.
        </p>
      </section>
      <section>
        <h3>A coin</h3>
        <p>
          A coin does not move with a small change of θ, so there is no path. The score function
          works as before, and with one coin one can simply enumerate both outcomes.
          Straight-through (<Cite from="bengio">Bengio et al. 2013</Cite>) and the relaxed coin (
          <Cite from="jang">Jang et al. 2017</Cite>) are biased.
        </p>
      </section>
      <section>
        <h3>What to look for</h3>
        <ul className={styles.list}>
          <li>The score function is not biased and not approximate. It has a large variance.</li>
          <li>Reparameterisation does not always have the smaller variance.</li>
          <li>A baseline does not change the answer, only its spread.</li>
          <li>More draws never remove a bias.</li>
        </ul>
      </section>
    </div>
  );
}
