import { Term } from '../../../ui/Term.tsx';
import { Explained } from '../../shared/explanation/Explained.tsx';
import styles from '../../shared/explanation/Explanation.module.css';
import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { Cite } from '../../shared/sources/Cite.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { diagram } from './diagram.ts';
import { forecast, generativeStory, lowerBound, stay, xStep, zStep } from './formulas.ts';
import { questions } from './questions.ts';
import { tour } from './tour.ts';

export const texts: LabTexts = {
  Text,
  formulas: [generativeStory, stay, xStep, zStep, forecast, lowerBound],
  diagram,
  challenges,
  questions,
  tour,
};

/** The model in six short sections and a list of what to look for. */
function Text() {
  return (
    <div className={styles.text}>
      <section>
        <h3>Dynamics that switch</h3>
        <p>
          Turn the dial of one state: only its stretches change their tempo. A linear dynamical
          system has one matrix <i>A</i> for all times. Here there are <i>K</i> of them, and a
          hidden Markov chain decides at each step which one moves the latent <i>x</i>. The colours
          of the ribbon show which.
        </p>
        <Explained formula={generativeStory} />
      </section>
      <section>
        <h3>Two models at the corners</h3>
        <p>
          With <i>K</i> = 1 nothing switches: this is the SVAE-LDS. With <i>A</i> = 0 the next
          latent does not depend on the last: each state is a Gaussian, and this is a hidden Markov
          model. The setting “States” and the slider “Dynamics <i>A</i> ×” lead there.
        </p>
      </section>
      <section>
        <h3>Inference in half-sweeps</h3>
        <p>
          States and latents depend on each other, and summing over all paths of states takes{' '}
          <i>K</i> to the power of <i>T</i> Kalman passes. Mean field treats them as independent and
          updates one after the other (<Cite from="ghahramani">Ghahramani and Hinton 2000</Cite>).
          For <i>q(x)</i>, filter and smoother run with averages of the states’ blocks. Note what is
          averaged: not <i>A</i>, but <i>A</i>
          <sup>⊤</sup>
          <i>Q</i>
          <sup>−1</sup>
          <i>A</i>.
        </p>
        <Explained formula={xStep} />
        <p>
          For <i>q(z)</i>, forward-backward runs over energies: how well does each state’s dynamics
          explain each step? Each half-sweep can only lower the local divergence. Look inside the
          sweeps to see it fall.
        </p>
        <p>
          The result depends on the start. The stage shows the better of two: equal shares of all
          states, or latents inferred without dynamics. The look inside begins with the same one.
        </p>
        <Explained formula={zStep} />
      </section>
      <section>
        <h3>How long a state lasts</h3>
        <p>
          The probability of staying sets the mean time in a state. Raise it and short visits are
          forgotten; lower it and the ribbon flickers. The eigenvalue of the state sets its tempo.
        </p>
        <Explained formula={stay} />
      </section>
      <section>
        <h3>Forecasts fan out</h3>
        <p>
          After the line the model samples chains of states and latents. Each sample switches at a
          time of its own, so the forecasts part, and their mean fades although no single one does.
        </p>
        <Explained formula={forecast} />
      </section>
      <section>
        <h3>Training</h3>
        <p>
          A warm-up as a VAE, in which the KL terms weigh little at first, gives the networks a
          latent space. Then the latents are cut into stretches by a hidden Markov model of their
          dynamics, from several starts. From there on everything is trained together, and raises
          the <Term word="ELBO" />. The gradient of the networks holds <i>q(z)</i> fixed; a setting
          follows it through the fixed point (<Cite from="bendekgey">Bendekgey et al. 2023</Cite>).
        </p>
        <Explained formula={lowerBound} />
      </section>
      <section>
        <h3>What to look for</h3>
        <ul className={styles.list}>
          <li>
            Latents are found up to an affine map: compare periods and times in a state, never the
            coordinates.
          </li>
          <li>
            The <Term word="oracle" /> knows the true parameters and still errs at switches: a few
            steps say too little about a tempo. Compare the <Term word="adjusted Rand index" /> with
            the oracle’s, not with 1.
          </li>
          <li>
            Two states with the same period share one tempo. Merge them: the ELBO tells whether one
            is enough.
          </li>
          <li>
            Remove a state, and paint one of its stretches with a state that is not in use. The
            painted state learns its dynamics from these steps, and other stretches that move alike
            follow.
          </li>
        </ul>
      </section>
    </div>
  );
}
