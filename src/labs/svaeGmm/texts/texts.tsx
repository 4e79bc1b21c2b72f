import { Term } from '../../../ui/Term.tsx';
import { Explained } from '../../shared/explanation/Explained.tsx';
import styles from '../../shared/explanation/Explanation.module.css';
import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { Cite } from '../../shared/sources/Cite.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { diagram } from './diagram.ts';
import {
  coordinateSweep,
  generativeStory,
  lowerBound,
  naturalStep,
  nodePotential,
} from './formulas.ts';
import { questions } from './questions.ts';
import { tour } from './tour.ts';

export const texts: LabTexts = {
  Text,
  formulas: [lowerBound, generativeStory, nodePotential, coordinateSweep, naturalStep],
  diagram,
  challenges,
  questions,
  tour,
};

/** The model in five short sections and a list of what to look for. */
function Text() {
  return (
    <div className={styles.text}>
      <section>
        <h3>The model</h3>
        <p>
          Drag a cluster in <b>Latent space</b> and see the data move. Where does a point come from?
          The model draws one of K clusters by its weight. The cluster draws a latent <i>x</i> from
          its Gaussian. A network maps <i>x</i> to data space and adds a little noise. The clusters
          stay Gaussian; the network does all the bending.
        </p>
        <Explained formula={generativeStory} />
      </section>
      <section>
        <h3>The encoder gives a hint</h3>
        <p>
          Learning needs the reverse direction. The encoder looks at an observation and says where
          its latent could be, and how certain that is in each direction. This{' '}
          <Term word="node potential" /> is a Gaussian factor. It is only a hint, because the
          encoder does not know the clusters.
        </p>
        <Explained formula={nodePotential} />
      </section>
      <section>
        <h3>The clusters answer</h3>
        <p>
          Inference alternates two questions. Given <i>q(x)</i>, what is the{' '}
          <Term word="responsibility" /> of each cluster? Given the responsibilities, where is{' '}
          <i>x</i>? Precisions add up, so the more certain side counts for more. Each sweep improves
          the fit until nothing changes.
        </p>
        <Explained formula={coordinateSweep} />
      </section>
      <section>
        <h3>One number to raise</h3>
        <p>
          The <Term word="ELBO" /> (evidence lower bound), in <Term word="nat">nats</Term> per
          observation, rewards reconstructions that make the data likely. It charges for latents
          that are unlikely under the clusters, and for clusters far from their prior.
        </p>
        <Explained formula={lowerBound} />
        <p>
          A fixed prior costs less per observation the more observations there are, and clusters
          that split a shape begin to pay. So beyond 500 points the prior grows with the data, and
          one shape keeps one cluster.
        </p>
        <p>
          Before training, the shapes in the data are counted: small pieces are joined where the
          data between them are hardly sparser than within them. For more than eight shapes the
          prior is narrower, each shape starts with a cluster of its own, and joins leave at least
          that many clusters. Blobs that overlap count one by one, by the Gaussians that describe
          them best, and start with a cluster each.
        </p>
        <p>
          The search for merges and splits judges every change by the ELBO of all data, and heads
          for as many clusters as shapes were counted: a merge towards that number may cost 0.02
          nats per point. At the number it rests, and only a clear gain changes it. A change that a
          trial of 75 steps refuses, or that costs much at first, gets 200 steps.
        </p>
        <p>
          Clusters may be pieces of one bent shape. Where the data lie as densely between two
          clusters as within them, the two are joined; where the density falls to half, they are not
          even merged. All joins are made at once and train for 1,000 steps, since the networks take
          that long to straighten a moon. Then the pieces train as long from the same start, while
          the picture does not change. Training goes on with the higher ELBO, or with the joined
          clusters where they are as many as the shapes and less than 0.2 nats per point behind.
        </p>
      </section>
      <section>
        <h3>Two ways to learn</h3>
        <p>
          Encoder and decoder follow the gradient of the ELBO with <Cite from="adam">Adam</Cite>.
          The clusters take a natural-gradient step (
          <Cite from="thesis">equations 3.14 and 3.21 of van den Heuvel’s thesis</Cite>): in their
          natural parameters it leads straight from the present values towards the prior plus the
          expected statistics of a batch <i>B</i>. <i>ρ</i> is the fraction of the way.
        </p>
        <Explained formula={naturalStep} />
      </section>
      <section>
        <h3>What to look for</h3>
        <ul className={styles.list}>
          <li>The grid in data space is a grid of the latent plane, bent by the decoder.</li>
          <li>Arms that curve in data space are single ellipses in latent space.</li>
          <li>The weights of clusters that are not needed go to zero.</li>
          <li>
            Two rings stay one cluster, even from a start with one cluster for each: no invertible
            map of the plane makes two separate ellipses of them. One cluster also has the highest
            ELBO: 100 restarts of 1,000 steps all end with one, at −6.8 to −6.4 nats, and rings in
            five to seven pieces lie about half a nat lower.
          </li>
          <li>Where the ELBO jumps, there is often an event above it: a merge or a split.</li>
        </ul>
      </section>
    </div>
  );
}
