import { Suspense, use, useMemo } from 'react';
import type { LabParts } from '../../labs/page.ts';
import { ChallengeList } from '../../labs/shared/challenges/ChallengeList.tsx';
import { useChallenges } from '../../labs/shared/challenges/useChallenges.ts';
import { ModelDiagram } from '../../labs/shared/diagram/ModelDiagram.tsx';
import FormulaStrip from '../../labs/shared/explanation/FormulaStrip.tsx';
import type { LabTexts } from '../../labs/shared/explanation/labTexts.ts';
import styles from './Embed.module.css';

interface EmbedTextProps {
  readonly part: 'diagram' | 'formulas' | 'explanation' | 'challenges';
  readonly load: LabParts['texts'];
}

/** What a lab has to say, or a part of it. */
export default function EmbedText({ part, load }: EmbedTextProps) {
  const texts = useMemo(load, [load]);
  return (
    <Suspense fallback={null}>
      {part === 'formulas' ? <FormulaStrip texts={texts} /> : <Text part={part} texts={texts} />}
    </Suspense>
  );
}

interface TextProps {
  readonly part: Exclude<EmbedTextProps['part'], 'formulas'>;
  readonly texts: Promise<LabTexts>;
}

function Text({ part, texts }: TextProps) {
  const { Text: Explanation, diagram, challenges } = use(texts);
  if (part === 'challenges') return <Challenges challenges={challenges} />;
  if (part === 'diagram') {
    return diagram ? <ModelDiagram diagram={diagram} /> : <p>This lab has no graphical model.</p>;
  }
  return (
    <section aria-label="Explanation" className={styles.text}>
      <Explanation />
    </section>
  );
}

function Challenges({ challenges }: Pick<LabTexts, 'challenges'>) {
  const findings = useChallenges(challenges);
  return (
    <section aria-label="Challenges" className={styles.text}>
      <ChallengeList challenges={challenges} findings={findings} />
    </section>
  );
}
