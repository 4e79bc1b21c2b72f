import { Explained } from '../../shared/explanation/Explained.tsx';
import styles from '../../shared/explanation/Explanation.module.css';
import type { LabTexts } from '../../shared/explanation/labTexts.ts';
import { Cite } from '../../shared/sources/Cite.tsx';
import { challenges } from '../challenges/challengeSet.ts';
import { model } from './formulas.ts';

export const texts: LabTexts = { Text, formulas: [model], challenges };

function Text() {
  return (
    <div className={styles.text}>
      <section>
        <h3>Documents are mixtures of topics</h3>
        <p>
          Press <b>Play</b>. Each document has shares of all topics, and each of its words comes
          from one of them (<Cite from="notes">notes 9.5.4</Cite>).
        </p>
        <Explained formula={model} />
      </section>
    </div>
  );
}
