import { memo } from 'react';
import { HelpTip } from '../../../../ui/HelpTip.tsx';
import { formatFixed } from '../../../../ui/numbers.ts';
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
  const factors = [
    { name: 'q(μ)', terms: ['μ', 'μ²'], messages: messages.mean, own: messages.ofMean },
    {
      name: 'q(τ)',
      terms: ['log τ', 'τ'],
      messages: messages.precision,
      own: messages.ofPrecision,
    },
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
      <div className={styles.fiveRows}>
        <table className={styles.table} data-export="text">
          <thead>
            <tr>
              <td />
              <th scope="col">prior</th>
              <th scope="col">+ data</th>
              <th scope="col">+ other</th>
              <th scope="col">= sum</th>
              <th scope="col" data-look="meanField">
                q now
              </th>
            </tr>
          </thead>
          {factors.map(({ name, terms, messages: sent, own }, factor) => (
            <tbody key={name} data-next={factor === next || undefined}>
              {terms.map((term, i) => (
                <tr key={term}>
                  <th scope="row">
                    {name}: {term}
                  </th>
                  {[sent.fromPrior, sent.fromData, sent.fromMean, sent.sum, own].map((pair, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
                    <td key={at}>{entry(pair, i)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </StagePanel>
  );
});

const entry = (pair: NormalGammaTable['ofMean'] | null, i: number): string =>
  pair === null ? '' : formatFixed(pair[i], 3);
