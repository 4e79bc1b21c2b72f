import { formatFixed } from '../../../../ui/numbers.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import type { NetworkSnapshot } from '../../networkSnapshot.ts';

/** A Bayesian network, and its marginals by three ways of inference. */
export function NetworkStage({ snapshot }: { readonly snapshot: NetworkSnapshot }) {
  return (
    <StagePanel name="Network" part="network">
      <p>{snapshot.nodes.map(({ name }, i) => `${name} ${formatFixed(snapshot.q[i][1], 3)}`)}</p>
    </StagePanel>
  );
}
