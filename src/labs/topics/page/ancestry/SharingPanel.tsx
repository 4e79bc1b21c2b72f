import { memo, useMemo } from 'react';
import { signedMap } from '../../../../plots/style/colourMaps.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { HelpTip } from '../../../../ui/HelpTip.tsx';
import { Scrolling } from '../../../../ui/Scrolling.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useFollowed } from '../../../shared/useInspection.ts';
import { topics } from '../../lab.ts';
import type { SharingAnswer } from '../../snapshot.ts';
import { useCorpus } from '../document/useDocumentAnswer.ts';
import { useTopicLooks } from '../looks.ts';
import styles from './Ancestry.module.css';
import { SHARES } from './AncestryPanel.tsx';
import { signed, verdicts } from './verdicts.ts';

const QUERY = { kind: 'sharing' } as const;
/** The strongest colour means at least this difference. */
const STRONG = 0.05;

/** Whether the bars explain which alleles groups share: what they leave unexplained, for each two groups. */
export default memo(function SharingPanel() {
  const { inspection: answer, failure } = useFollowed(topics, QUERY);
  const corpus = useCorpus();
  const looks = useTopicLooks();
  const names = useMemo(
    () =>
      answer?.groups.map(
        (group) =>
          (answer.areClusters
            ? looks.find(({ id }) => id === group)?.name
            : corpus?.groups[group]) ?? '',
      ) ?? [],
    [answer, corpus, looks],
  );
  return (
    <StagePanel
      name="Shared alleles"
      heading={
        <>
          Shared alleles: observed − expected{' '}
          <HelpTip
            about="shared alleles"
            text="The covariance of the genotypes of two individuals, observed minus predicted from their shares and the clusters, divided by the expected variance of a genotype. Each cell is the mean over all pairs of individuals from two groups. It is 0 where the bars explain the sharing."
          />
        </>
      }
      part="documents"
      litBy={SHARES}
    >
      {failure && <p>{failure}</p>}
      {answer && names.length > 0 && <Sharing {...{ answer, names }} />}
    </StagePanel>
  );
});

interface SharingProps {
  readonly answer: SharingAnswer;
  /** G */
  readonly names: readonly string[];
}

function Sharing({ answer, names }: SharingProps) {
  const theme = useTheme();
  const { excess, errors } = answer;
  const G = names.length;
  const strongest = Math.max(STRONG, ...Array.from(excess, Math.abs).filter(Number.isFinite));
  const colourOf = (value: number) => {
    const map = signedMap(theme);
    const at = Math.round(((value / strongest + 1) / 2) * (map.length - 1));
    return `color-mix(in srgb, ${map[at]} 32%, transparent)`;
  };
  const { fit, mixture } = verdicts(answer, names);
  return (
    <Scrolling className={styles.sharing} label="Check of the bars">
      <table className={styles.excess}>
        <thead>
          <tr>
            <td />
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, a) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {names.slice(0, a + 1).map((other, b) => {
                const [value, error] = [excess[a * G + b], errors[a * G + b]];
                return Number.isFinite(value) ? (
                  <td
                    key={other}
                    style={{ background: colourOf(value) }}
                    data-tooltip={`${name} with ${other}: ${signed(value, 4)} ± ${error.toFixed(4)}`}
                  >
                    {signed(value, 3)}
                  </td>
                ) : (
                  <td key={other}>–</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.verdicts} data-export="text">
        <p>{fit}</p>
        {mixture && <p>{mixture}</p>}
      </div>
    </Scrolling>
  );
}
