import { Term } from '../../../ui/Term.tsx';
import { settingsOf } from '../../lab.ts';
import { Explained } from '../../shared/explanation/Explained.tsx';
import styles from '../../shared/explanation/Explanation.module.css';
import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { Cite } from '../../shared/sources/Cite.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { bounds } from '../lab.ts';
import { diagram } from './diagram.ts';
import { bound, doublyReparameterised, implicit, moments, order, signal } from './formulas.ts';
import { PartTexts } from './PartTexts.tsx';
import { annealedBounds, annealedWeight, filterEstimate, logarithmIsLow } from './partFormulas.ts';
import { questions } from './questions.ts';
import { tour } from './tour.ts';

/** Places of the formulas that lead, by part. */
const LEADING = { weights: 0, signal: 4, annealing: 6, filter: 8 } as const;

export const texts: LabTexts = {
  Text,
  formulas: [
    ...[bound, order, implicit, moments, signal, doublyReparameterised],
    ...[annealedWeight, annealedBounds, filterEstimate, logarithmIsLow],
  ],
  leadingFormula: (document) => LEADING[settingsOf(bounds, document).part],
  ...{ diagram, tour },
  challenges,
  questions,
};

function Text() {
  return (
    <div className={styles.text}>
      <section>
        <h3>A bound from an average</h3>
        <p>
          Here the answer is known: z ~ N(0, 1), x ~ N(z, 1), so log p(x) is exact. Draw z from{' '}
          <i>q</i>; the <Term word="importance weight">weight</Term> p(x, z) / q(z) is an unbiased
          estimate of p(x), and so is the average of K weights. The logarithm of an average is on
          average too low, by Jensen’s inequality: this makes it a bound (
          <Cite from="notes">notes, (9.34)</Cite>; <Cite from="burda">Burda et al. 2016</Cite>).
        </p>
        <Explained formula={bound} />
        <p>
          Drag K along the curve. The histogram narrows around log p(x), and its mean, the bound,
          rises.
        </p>
      </section>
      <section>
        <h3>How fast it climbs</h3>
        <Explained formula={order} />
        <p>
          With one draw the bound is the ELBO. With many draws the gap falls as 1/K, in proportion
          to the variance of the weights, where that is finite: the dotted line. The average of K
          ELBOs is still the ELBO; what counts is that the average is inside the logarithm.
        </p>
      </section>
      <section>
        <h3>What q becomes</h3>
        <p>
          Draw K times from <i>q</i> and choose one draw by its weight. Its density is close to the
          posterior for large K, whatever <i>q</i> is (<Cite from="cremer">Cremer et al. 2017</Cite>
          ). The filled area is exact, by quadrature.
        </p>
        <Explained formula={implicit} />
        <p>
          A small gap therefore does not say that <i>q</i> is good. And a draw of <i>q</i> is still
          a draw of <i>q</i>: one must choose among K to sample from the filled area.
        </p>
      </section>
      <section>
        <h3>Weights without a second moment</h3>
        <Explained formula={moments} />
        <p>
          Drag the side of <i>q</i> inwards. A <i>q</i> that is too narrow seldom visits the flanks
          of the posterior, and where it does the weight is huge. Below half the variance of the
          posterior χ² is infinite. The shape of the tail, Pareto <i>k</i>, then exceeds ½ (
          <Cite from="vehtari">Vehtari et al. 2024</Cite>).
        </p>
      </section>
      <section>
        <h3>What becomes of the gradients</h3>
        <p>
          A tighter bound depends less on <i>q</i>: with many draws any <i>q</i> will do. The
          gradient that trains <i>q</i>, the encoder, falls as 1/K, its noise only as 1/√K (
          <Cite from="rainforth">Rainforth et al. 2018</Cite>). For the decoder more draws are
          better.
        </p>
        <Explained formula={signal} />
        <p>
          The noise comes from the score of <i>q</i>. A second reparameterisation replaces the score
          by a derivative along the draw (DReG), and the signal of the encoder rises, too (
          <Cite from="tucker">Tucker et al. 2019</Cite>). The gradient has the same mean.
        </p>
        <Explained formula={doublyReparameterised} />
        <p>
          In the part <b>Signal</b> the lines are exact for every K. Where χ² is finite, their
          slopes are those of the theory for large K, and from K = 1 on where <i>q</i> is near the
          posterior. Where χ² is infinite, all of them are flatter.
        </p>
      </section>
      <PartTexts />
      <section>
        <h3>What to look for</h3>
        <ul className={styles.list}>
          <li>p̂ is unbiased; log p̂ is not.</li>
          <li>Bounds with different K cannot be compared as if they were the same measure.</li>
          <li>A tighter bound does not make a better gradient for q.</li>
          <li>
            Annealing and resampling need no good moves to be unbiased, only to have little spread.
          </li>
          <li>
            A high <Term word="effective sample size" /> does not show what q has never visited.
          </li>
        </ul>
      </section>
    </div>
  );
}
