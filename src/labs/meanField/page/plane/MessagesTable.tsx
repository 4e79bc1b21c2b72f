import { memo } from 'react';
import { INFERENCE_LOOK } from '../../../../plots/style/inferenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { HelpTip } from '../../../../ui/HelpTip.tsx';
import { formatFixed } from '../../../../ui/numbers.ts';
import { FiguresTable } from '../../../shared/stage/FiguresTable.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import type { NormalGammaTable } from '../../planeSnapshot.ts';
import type { Highlight } from '../../texts/formulas.ts';
import styles from './Plane.module.css';

const LIT_BY: readonly Highlight[] = ['messages'];
const HELP =
  'Natural parameters are the coefficients of log q. The prior and each observation send a message to a factor, and an update sets the factor to their sum. Messages to μ hold E[τ], messages to τ hold E[μ] and E[μ²]: so each update changes the messages to the other factor.';

/** Natural parameters of both factors as sums of messages, and as q has them. */
export const MessagesTable = memo(function MessagesTable({
  messages,
  next,
}: {
  readonly messages: NormalGammaTable;
  /** The factor that is updated next. */
  readonly next: 0 | 1;
}) {
  const { meanField } = INFERENCE_LOOK[useTheme()];
  const factors = [
    { terms: ['q(μ): μ', 'q(μ): μ²'], sent: messages.mean, own: messages.ofMean },
    { terms: ['q(τ): log τ', 'q(τ): τ'], sent: messages.precision, own: messages.ofPrecision },
  ];
  return (
    <StagePanel
      name="Messages"
      part="messages"
      litBy={LIT_BY}
      heading={
        <span className={styles.heading}>
          Natural parameters add up <HelpTip about="messages" text={HELP} />
        </span>
      }
    >
      <FiguresTable
        label="Table of messages"
        className={styles.messages}
        head={['term', 'prior', '+ data', '+ other', '= sum', { name: 'q now', colour: meanField }]}
        rows={factors.flatMap(({ terms, sent, own }, factor) =>
          terms.map((name, i) => ({
            ...{ name, isLit: factor === next },
            values: [sent.fromPrior, sent.fromData, sent.fromMean, sent.sum, own].map((pair) =>
              pair === null ? '' : formatFixed(pair[i], 3),
            ),
          })),
        )}
      />
    </StagePanel>
  );
});
