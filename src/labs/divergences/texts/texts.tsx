import type { ReactNode } from 'react';
import { useDocument } from '../../../store/context.ts';
import type { LabDocument } from '../../../store/document.ts';
import { Term } from '../../../ui/Term.tsx';
import { settingsOf } from '../../lab.ts';
import { Explained } from '../../shared/explanation/Explained.tsx';
import styles from '../../shared/explanation/Explanation.module.css';
import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { Cite } from '../../shared/sources/Cite.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { divergences } from '../lab.ts';
import type { DivergencesSettings } from '../settings.ts';
import { diagram } from './diagram.ts';
import { alphaDivergence, factorised, gibbs, identity, kullbackLeibler } from './formulas.ts';
import { questions } from './questions.ts';
import { tour } from './tour.ts';

const FORMULAS = [kullbackLeibler, alphaDivergence, gibbs, factorised, identity];

/** What is on the stage: a part, or of the densities what lies between the two directions. */
type Shown = DivergencesSettings['part'] | 'alpha';

function shownIn(document: LabDocument): Shown {
  const { part, fit } = settingsOf(divergences, document);
  return part === 'densities' && fit === 'alpha' ? 'alpha' : part;
}

const LEADING: Readonly<Record<Shown, (typeof FORMULAS)[number]>> = {
  densities: kullbackLeibler,
  alpha: alphaDivergence,
  bars: kullbackLeibler,
  jensen: gibbs,
  plane: factorised,
  identity,
};

export const texts: LabTexts = {
  Text,
  formulas: FORMULAS,
  leadingFormula: (document) => FORMULAS.indexOf(LEADING[shownIn(document)]),
  diagram,
  tour,
  challenges,
  questions,
};

/** What is on the stage, then the rest in the order of the tabs. */
function Text() {
  const shown = useDocument(shownIn);
  const others = Object.keys(SECTIONS).filter((part) => part !== shown) as Shown[];
  return (
    <div className={styles.text}>
      {[shown, ...others].map((part) => (
        <section key={part}>{SECTIONS[part]}</section>
      ))}
      <section>
        <h3>What to look for</h3>
        <ul className={styles.list}>
          <li>KL is not a distance: exchange p and q, and its value changes.</li>
          <li>
            Mind the order of the arguments: <code>kl_div(input, target)</code> of PyTorch is
            KL(target‖input), and takes the input as log probabilities.
          </li>
          <li>
            A mean of log(p/q) over samples of <i>p</i> estimates KL(p‖q) and may be negative by
            chance; KL(p‖q) itself is never negative.
          </li>
          <li>KL(q‖p) prefers the peak with the most mass, not the highest peak.</li>
          <li>
            A small KL(q‖p) does not mean that <i>q</i> is close to <i>p</i>: at one of two equal
            peaks it is log 2 = 0.69, and half of <i>p</i> is missed.
          </li>
          <li>
            Cut <i>p</i> off: KL(q‖p) is infinite for every Gaussian, KL(p‖q) is not. JS and TV are
            always finite.
          </li>
        </ul>
      </section>
    </div>
  );
}

const SECTIONS: Readonly<Record<Shown, ReactNode>> = {
  densities: (
    <>
      <h3>Two directions</h3>
      <p>
        Press <b>Play</b>. Two Gaussians start in the same place and fit the same density <i>p</i>,
        each by its own KL divergence (<Cite from="notes">notes, (9.7)</Cite>).
      </p>
      <Explained formula={kullbackLeibler} />
      <p>
        KL(p‖q) is large where <i>p</i> has mass and <i>q</i> has little, so <i>q</i>{' '}
        <em>covers</em> all of <i>p</i>. KL(q‖p) is large where <i>q</i> has mass and <i>p</i> has
        little, so <i>q</i> <em>chooses</em> one peak. What is left is −log of the mass of that
        peak. Drag <i>q</i>, or click on a landscape, to start in another place. In the table, JS is
        the Jensen–Shannon divergence, at most log 2, and TV the total variation, at most 1; both
        are in <Term word="nat">nats</Term>, as KL is.
      </p>
      <p>
        χ²(p‖q), chi-squared, is the area under (p − q)²/q. It is the variance of the ratio p/q over
        samples of <i>q</i>, and punishes a <i>q</i> that is too narrow even more than KL(p‖q) does:
        for one Gaussian peak it is infinite as soon as the standard deviation of <i>q</i> is below
        0.71 of that of <i>p</i>. Press <b>χ²</b> over the plots to see it as an area.
      </p>
    </>
  ),
  alpha: (
    <>
      <h3>Between the two</h3>
      <p>
        Set <b>Fit</b> to “One alpha divergence” and move alpha (
        <Cite from="bishop">Bishop 2006, (10.19)</Cite>).
      </p>
      <Explained formula={alphaDivergence} />
      <p>
        Conventions differ. Here alpha = 1 is KL(p‖q) and alpha = −1 is KL(q‖p). Minka’s alpha is (1
        + alpha)/2. In the Rényi bound of Li and Turner, 1 is the ELBO.
      </p>
    </>
  ),
  bars: (
    <>
      <h3>Bars: term by term</h3>
      <p>
        −log <i>q</i> is the surprise at an outcome under <i>q</i>. Its mean under <i>p</i> is the
        cross-entropy, the entropy of <i>p</i> plus KL(p‖q). A model that lowers cross-entropy, as
        maximum likelihood does, therefore lowers KL(p‖q), not KL(q‖p).
      </p>
      <p>
        A single term may be negative; the sum is not. Merge two outcomes: no divergence rises,
        because a coarser view cannot tell <i>p</i> and <i>q</i> apart better.
      </p>
    </>
  ),
  jensen: (
    <>
      <h3>Jensen: why it is never negative</h3>
      <p>
        For a convex function the mean of <i>f</i> is at least <i>f</i> of the mean (
        <Cite from="notes">notes, (9.11)</Cite>). Drag the atoms together and the gap closes. With
        the ratio <i>q/p</i>, whose mean under <i>p</i> is 1, the gap is KL(p‖q) itself.
      </p>
      <Explained formula={gibbs} />
    </>
  ),
  plane: (
    <>
      <h3>Plane: a factorised q</h3>
      <p>
        Mean field lowers KL(q‖p). For a correlated Gaussian its variances are 1/Λ, the variances of
        one coordinate <em>given</em> the other, not those of the marginals. That holds for
        Gaussians; it is no theorem that KL(q‖p) makes every <i>q</i> too narrow.
      </p>
      <Explained formula={factorised} />
    </>
  ),
  identity: (
    <>
      <h3>The identity</h3>
      <p>
        Drag <i>q</i>: the <Term word="ELBO" /> and KL(q‖p) change, their sum log p(x) does not (
        <Cite from="thesis">thesis, (2.5)</Cite>).
      </p>
      <Explained formula={identity} />
      <p>
        This is why KL(q‖p) is the direction that variational inference uses: log p(x) is not known,
        but it is a constant, so raising the ELBO lowers KL(q‖p). KL(p‖q) is a mean under <i>p</i>,
        which cannot be computed; expectation propagation lowers it locally, one factor at a time.
      </p>
    </>
  ),
};
