import { useDocument } from '../../../store/context.ts';
import { Term } from '../../../ui/Term.tsx';
import { Explained } from '../../shared/explanation/Explained.tsx';
import styles from '../../shared/explanation/Explanation.module.css';
import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { Cite } from '../../shared/sources/Cite.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { diagram } from './diagram.ts';
import {
  bernoulliDecoder,
  closedFormKl,
  doublyReparameterised,
  fullKl,
  fullPosterior,
  gapOfTheElbo,
  generativeStory,
  objective,
  posterior,
  reparameterisation,
  weightedObjective,
} from './formulas.ts';
import { questions } from './questions.ts';
import { tour } from './tour.ts';

export const texts: LabTexts = {
  Text,
  formulas: [
    objective,
    reparameterisation,
    posterior,
    closedFormKl,
    weightedObjective,
    doublyReparameterised,
    gapOfTheElbo,
    bernoulliDecoder,
    fullPosterior,
    fullKl,
  ],
  leadingFormula: ({ settings }) => LEADING[String(settings.objective)] ?? 0,
  diagram,
  challenges,
  questions,
  tour,
};

/** Which formula leads, by the objective that is chosen. */
const LEADING: Readonly<Record<string, number>> = { iwae: 4, 'iwae-dreg': 5 };

/** The model in short sections, and a list of what to look for. */
function Text() {
  return (
    <div className={styles.text}>
      <section>
        <h3>The model</h3>
        <p>
          Drag the cross in <b>Latent space</b> and see what it decodes to. A latent <i>x</i> is
          drawn from a standard normal that never changes. The decoder, a network, maps it to data
          space and gives a mean and a noise level. The latents have no clusters and no time. Many
          texts write <i>z</i> for this <i>x</i>, and <i>x</i> for <i>y</i> (
          <Cite from="kingma">Kingma and Welling 2014</Cite>).
        </p>
        <Explained formula={generativeStory} />
      </section>
      <section>
        <h3>An SVAE with a fixed graphical model</h3>
        <p>
          As in every SVAE of these labs, the encoder gives a <Term word="node potential" /> and the
          graphical model combines it with its prior. Here the prior is the fixed normal. Precisions
          add up to 1&nbsp;+&nbsp;<i>J</i>, so no posterior is wider than the prior.
        </p>
        <Explained formula={posterior} />
        <p>
          Set <b>Posterior q(x)</b> to <b>Full covariance</b>: the encoder then gives a whole matrix{' '}
          <i>J</i>, and ellipses turn with the exact posteriors. A decoder that is trained with a
          diagonal <i>q</i> arranges the latents so that the posteriors lie along the axes and
          little is lost. Under a decoder that is trained with a full <i>q</i>, the best diagonal
          one loses more; optimise <i>q</i> in <b>Gap</b> to see how much.
        </p>
        <Explained formula={fullPosterior} />
      </section>
      <section>
        <h3>Two forces</h3>
        <p>
          Reconstruction pushes every observation to a latent of its own, sharp and far from the
          others. The KL pulls all of them to the centre and makes them wide. With <i>β</i> = 1
          their difference is the <Term word="ELBO" />, in <Term word="nat">nats</Term> per
          observation; other values change the balance on purpose.
        </p>
        <Explained formula={objective} />
      </section>
      <Weighted />
      <section>
        <h3>What a dimension costs</h3>
        <p>
          Between normals the KL has a closed form, one term for each dimension (
          <Cite from="notes">equation 9.32 of the lecture notes</Cite>). Where it goes to zero,{' '}
          <i>μ</i> is 0 and <i>σ</i> is 1 for every <i>y</i>. This is posterior collapse: the
          dimension carries no information, and the decoder learns to ignore it.
        </p>
        <Explained formula={closedFormKl} />
        <p>
          A correlated <i>q</i> costs more than its dimensions by themselves: the bar <i>ρ</i> is
          the rest of the KL, the mutual information of the latents under <i>q</i>.
        </p>
        <Explained formula={fullKl} />
      </section>
      <section>
        <h3>Pixels as probabilities</h3>
        <p>
          For the shapes the <b>Decoder</b> can be Bernoulli. The data are then binary: the seed
          draws each pixel as ink or paper, with its grey as the probability. Grey values in a
          Bernoulli formula would give numbers that belong to no distribution. Log-likelihoods of
          binary pixels are logarithms of probabilities, at most 0; those of grey pixels are
          densities. Do not compare one with the other.
        </p>
        <Explained formula={bernoulliDecoder} />
      </section>
      <section>
        <h3>The gap of an observation</h3>
        <p>
          Choose <b>Gap</b> next to the bound, select an observation and press <b>Optimise q</b>.
          The ELBO is below log&nbsp;<i>p</i>(<i>y</i>) for two reasons (
          <Cite from="suboptimality">Cremer et al. 2018</Cite>). The <b>approximation gap</b>{' '}
          remains with the best Gaussian <i>q*</i> for this observation alone, of the kind that the
          encoder gives, because the posterior is not such a Gaussian. The <b>amortisation gap</b>{' '}
          remains because one encoder computes <i>q</i> for all observations. With one or two latent
          dimensions log&nbsp;<i>p</i>(<i>y</i>) is computed by quadrature, and the contours are the
          exact posterior.
        </p>
        <Explained formula={gapOfTheElbo} />
      </section>
      <section>
        <h3>The reparameterisation trick</h3>
        <p>
          The expectation is estimated with a sample. So that its gradient reaches the encoder, the
          noise is drawn from a fixed distribution first, then scaled and shifted.
        </p>
        <Explained formula={reparameterisation} />
        <p>
          It is one of several estimators. Press <b>Gradient</b> next to the bound: the lab repeats
          the gradient of this encoder with new draws and measures the variance of each estimator.
          The score function needs no slope of the decoder, but without a baseline it is the
          noisiest by far. With the other draws of an observation as its baseline (
          <Cite from="kool">Kool et al. 2019</Cite>) it is noisy at first. Once <i>q</i> is close to
          the posterior, the values of the draws hardly differ and little noise is left. Sticking
          the landing leaves out a part whose mean is 0, and gains for the same reason (
          <Cite from="roeder">Roeder et al. 2017</Cite>). Train with each:{' '}
          <b>Gradient of the encoder</b> is among the settings, behind <b>More</b>.
        </p>
      </section>
      <section>
        <h3>What to look for</h3>
        <ul className={styles.list}>
          <li>All points share one prior: arms lie next to each other, without any cluster.</li>
          <li>
            In the plane a nat of KL gains about a nat of reconstruction. So <i>β</i> = 1 just pays,
            and with a little more all dimensions collapse at once.
          </li>
          <li>The latents of a picture gain many nats each, so they withstand a larger β.</li>
          <li>Samples between two posteriors decode to something unlike any observation.</li>
        </ul>
      </section>
    </div>
  );
}

/** The importance-weighted bound; the section says what is trained now. */
function Weighted() {
  const chosen = useDocument(({ settings }) => settings.objective);
  return (
    <section>
      <h3>A tighter bound</h3>
      <p>
        Set <b>Objective</b> to <b>IWAE bound</b> and press Play. The bound takes <i>K</i> draws of{' '}
        <i>q</i> for each observation, averages their importance weights, and takes the logarithm
        last (<Cite from="burda">Burda et al. 2016</Cite>). With <i>K</i> = 1 this is the ELBO with
        a sampled KL. With more draws it comes closer to log <i>p</i>(<i>y</i>).
      </p>
      <Explained formula={weightedObjective} />
      <p>
        {chosen === 'elbo'
          ? 'The model is trained on the ELBO now. '
          : 'The model is trained on this bound now, and the chart shows the ELBO next to it. '}
        A good draw outweighs many bad ones, so <i>q</i> may become wide and the ELBO may fall while
        this bound rises. Bounds with different <i>K</i> cannot be compared: a larger <i>K</i> alone
        makes the bound higher.
      </p>
      <p>
        The larger <i>K</i>, the less the bound depends on <i>q</i>: the encoder’s gradient shrinks
        faster than its noise (<Cite from="rainforth">Rainforth et al. 2018</Cite>). Doubly
        reparameterised gradients have the same mean: the score, the noisy part, is reparameterised
        a second time, and one derivative along the draw is left (
        <Cite from="tucker">Tucker et al. 2019</Cite>).
      </p>
      <Explained formula={doublyReparameterised} />
    </section>
  );
}
