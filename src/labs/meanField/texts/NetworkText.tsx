import { Term } from '../../../ui/Term.tsx';
import { Explained } from '../../shared/explanation/Explained.tsx';
import styles from '../../shared/explanation/Explanation.module.css';
import { Cite } from '../../shared/sources/Cite.tsx';
import { blanketUpdate, gibbsConditional, zeroForcing } from './formulas.ts';

/** A Bayesian network: exact marginals, mean field by messages, and Gibbs. */
export function NetworkText() {
  return (
    <div className={styles.text}>
      <section>
        <h3>A network with evidence</h3>
        <p>
          Each node has a table: its probabilities given its parents. Click a state to observe it,
          and click it again to hide it. The first column of marginals is exact: it sums over all
          joint states of the hidden nodes. The other two columns are approximations.
        </p>
      </section>
      <section>
        <h3>An update is a sum of messages</h3>
        <p>
          Press <b>Step</b>. The node with the arrow gets the best factor, given the factors of all
          other nodes. Only its Markov blanket matters: its parents, its children, and the other
          parents of its children (<Cite from="thesis">thesis, figure 2.4</Cite>).
        </p>
        <Explained formula={blanketUpdate} />
        <p>
          Each term is a message (<Cite from="thesis">thesis 2.24 to 2.26</Cite>). For a node with
          two states the page writes it as log-odds of the second state. The log-odds of q are the
          sum of the messages.
        </p>
      </section>
      <section>
        <h3>A hard zero, two fixed points</h3>
        <p>
          Choose <b>Sprinkler</b>. Wet grass without sprinkler and rain has probability zero. Its
          logarithm is minus infinity, so the <Term word="ELBO" /> is finite only if q is certain of
          the sprinkler or certain of the rain.
        </p>
        <Explained formula={zeroForcing} />
        <p>
          The factor that is updated first becomes certain, so the order of updates decides where q
          ends. Both ends are fixed points, and one has a higher ELBO. With a leak of 0.05 only that
          one is left.
        </p>
      </section>
      <section>
        <h3>Gibbs on the same network</h3>
        <p>
          At each step Gibbs sampling draws the node that mean field updates. It uses the same
          tables, with states in place of expectations. Its marginals approach the exact ones, but
          successive states are not independent.
        </p>
        <Explained formula={gibbsConditional} />
      </section>
      <section>
        <h3>What to look for</h3>
        <ul className={styles.list}>
          <li>The model keeps its arrows. Only q treats the hidden nodes as independent.</li>
          <li>An ELBO that no longer rises has reached a maximum, not the exact posterior.</li>
          <li>
            On <b>Two spins</b> with a coupling of more than 1, q must choose a side, although both
            sides are equally likely.
          </li>
          <li>
            On the <b>chain</b>, q is most certain where the exact marginals are least certain.
          </li>
          <li>
            These messages are not those of belief propagation: a child’s message depends on the
            factors of its other parents, and the result is not exact on a tree.
          </li>
        </ul>
      </section>
    </div>
  );
}
