import { Term } from '../../../ui/Term.tsx';
import { Explained } from '../../shared/explanation/Explained.tsx';
import styles from '../../shared/explanation/Explanation.module.css';
import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { Cite } from '../../shared/sources/Cite.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { diagram } from './diagram.ts';
import { model, perplexity, stochastic, updates } from './formulas.ts';
import { questions } from './questions.ts';
import { tour } from './tour.ts';

export const texts: LabTexts = {
  Text,
  formulas: [model, updates, stochastic, perplexity],
  diagram,
  challenges,
  questions,
  tour,
};

function Text() {
  return (
    <div className={styles.text}>
      <section>
        <h3>Documents are mixtures of topics</h3>
        <p>
          Press <b>Play</b>. A <Term word="topic" /> is a distribution over words. Each document has
          shares of all topics, and each of its words comes from one of them (
          <Cite from="notes">notes 9.5.4</Cite>, <Cite from="blei">Blei et al. 2003</Cite>
          ). The order of the words does not count.
        </p>
        <Explained formula={model} />
      </section>
      <section>
        <h3>Coordinate ascent</h3>
        <p>
          The topics and shares are latent, and so is the topic of each word. Mean field keeps a
          Dirichlet for each topic and each document, and{' '}
          <Term word="responsibility">responsibilities</Term> for each word. CAVI updates one factor
          at a time, and the <Term word="ELBO" /> never falls (
          <Cite from="notes">Proposition 20 of the notes</Cite>).
        </p>
        <Explained formula={updates} />
      </section>
      <section>
        <h3>The priors</h3>
        <p>
          A small α expects few topics in a document, a small η few words in a topic. α is not the
          number of topics. The bars (<Cite from="griffiths">Griffiths and Steyvers 2004</Cite>) are
          drawn with α = 0.2. With α = 10 the prior counts as much as 100 words in each document:
          long documents overrule it, short ones do not, and no bar is found.
        </p>
      </section>
      <section>
        <h3>Stochastic VI</h3>
        <p>
          With many documents one pass takes long. Stochastic VI looks at a batch and moves the
          topics a part of the way (<Cite from="hoffman">Hoffman et al. 2013</Cite>
          ). With ρ = 1 and all documents as the batch it is CAVI. A large τ makes the first steps
          small: on a small corpus training then ends too early.
        </p>
        <Explained formula={stochastic} />
      </section>
      <section>
        <h3>How good are the topics?</h3>
        <p>
          The <Term word="perplexity" /> of held-out documents says how well hidden words are
          predicted from the other words of the document. A lower perplexity does not mean topics
          that make more sense to people; often it is the other way round (
          <Cite from="chang">Chang et al. 2009</Cite>
          ).
        </p>
        <Explained formula={perplexity} />
      </section>
      <section>
        <h3>Bars of ancestry are no history</h3>
        <p>
          With individuals for documents and alleles for words the same model draws bars of
          ancestry. Three histories give the same bars (
          <Cite from="lawson">Lawson et al. 2018</Cite>
          ): choose the presets <b>Recent admixture</b>, <b>Ghost population</b> and{' '}
          <b>Bottleneck</b>, and press <b>Play</b>. The check below the bars compares which alleles
          two individuals share with what their shares predict. Where the clusters are the true
          ancestors the difference is 0.
        </p>
        <p>
          f₃ needs no clusters (<Cite from="patterson">Patterson et al. 2012</Cite>
          ). For three groups with allele frequencies a, b and c it is the mean of (c − a)(c − b),
          and is below 0 only where the group of c is a mixture of relatives of the two others.
        </p>
      </section>
      <section>
        <h3>What to look for</h3>
        <ul>
          <li>Read the documents of a topic before you name it.</li>
          <li>
            Words that are frequent everywhere, <Term word="stop word">stop words</Term>, make
            topics of no use. Leave them out before training.
          </li>
          <li>Another seed finds other topics: both can be right.</li>
          <li>A document of few words says little about its shares.</li>
          <li>Copies of a text make a topic of their own.</li>
        </ul>
      </section>
    </div>
  );
}
