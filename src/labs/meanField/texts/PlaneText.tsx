import { Term } from '../../../ui/Term.tsx';
import { Explained } from '../../shared/explanation/Explained.tsx';
import styles from '../../shared/explanation/Explanation.module.css';
import { Cite } from '../../shared/sources/Cite.tsx';
import { decomposition, messages, narrow, rates, update } from './formulas.ts';

/** A posterior in the plane: what mean field does, what it loses, and Gibbs next to it. */
export function PlaneText() {
  return (
    <div className={styles.text}>
      <section>
        <h3>One factor at a time</h3>
        <p>
          Press <b>Step</b>. Mean field approximates the posterior by a product q(x₁) q(x₂). Each
          update replaces one factor by the best one, given the other (
          <Cite from="notes">notes 9.5.1</Cite>). One mean of q moves, so its path is a staircase.
        </p>
        <Explained formula={update} />
        <p>
          An update sets one factor to the best it can be, given the others. It needs no gradient
          and no step size, and it can never lower the <Term word="ELBO" />. What separates it from
          the log evidence is the KL divergence from q to the posterior. It shrinks until no single
          factor can do better.
        </p>
        <Explained formula={decomposition} />
      </section>
      <section>
        <h3>What a product cannot represent</h3>
        <p>
          Turn the correlation up. q finds the means exactly, and its factors are narrower than the
          marginals along the axes. The model keeps its correlation; only q is independent. So a gap
          remains, however long you play.
        </p>
        <Explained formula={narrow} />
      </section>
      <section>
        <h3>Gibbs sampling, update by update</h3>
        <p>
          Mean field averages log p over the other factor. Gibbs sampling fixes the other coordinate
          and draws from the same conditional. Its histogram approaches the exact marginals, but
          successive draws are not independent. On a Gaussian both algorithms keep the same fraction
          ρ² from sweep to sweep.
        </p>
        <Explained formula={rates} />
      </section>
      <section>
        <h3>Messages that add up</h3>
        <p>
          Choose <b>Normal</b>. Prior and likelihood are conjugate, so each factor keeps its form,
          and an update is a sum: the natural parameters of q are those of the prior plus one
          message from each observation (<Cite from="thesis">thesis, A.1 and 2.24</Cite>). The table
          shows the sum next to the parameters that the code uses.
        </p>
        <Explained formula={messages} />
      </section>
      <section>
        <h3>What to look for</h3>
        <ul className={styles.list}>
          <li>
            Click in the plane to put q there, drag it, or change its widths at the square marks.
            The ELBO is always that of the q you see.
          </li>
          <li>
            <b>Two modes</b>: q covers one mode. The ELBO has converged, and the other mode is
            missing.
          </li>
          <li>
            <b>Banana</b>: raise the bend. The log evidence hardly changes, and the ELBO falls. So
            the ELBOs of two models do not tell which one fits better: the gaps differ as well.
          </li>
          <li>
            <b>Normal</b>: drag the observations. The posterior changes, the gap does not. It
            depends on their number alone.
          </li>
          <li>
            <b>Drawn</b>: paint a posterior that is easy for Gibbs and hard for mean field; then the
            other way round.
          </li>
        </ul>
      </section>
    </div>
  );
}
