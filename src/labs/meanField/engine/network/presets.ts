/** Networks to begin with. */
import { spinNetwork } from '../../../../inference/variational/network/spins.ts';
import type { EditedNode } from '../../networkEdits.ts';
import type { NetworkTarget } from '../../targets.ts';

/** A network as a preset or a person has it. */
export interface GivenNetwork {
  readonly nodes: readonly EditedNode[];
  /** Observed states by the ids of nodes. */
  readonly evidence: ReadonlyMap<number, number>;
}

/** 1 - p without the digits that subtraction adds. */
const complement = (p: number): number => Number((1 - p).toPrecision(12));

/** @param yes for each combination of the parents' states the probability of the second state */
const binary = (
  node: Pick<EditedNode, 'id' | 'name' | 'parents' | 'at'>,
  yes: readonly number[],
  states = ['no', 'yes'],
): EditedNode => ({ ...node, states, table: yes.flatMap((p) => [complement(p), p]) });

/** The wet grass with Murphy's tables. */
const sprinkler = (leak: number): GivenNetwork => ({
  nodes: [
    binary({ id: 0, name: 'Cloudy', parents: [], at: [0.5, 0.05] }, [0.5]),
    binary({ id: 1, name: 'Sprinkler', parents: [0], at: [0.1, 0.5] }, [0.5, 0.1]),
    binary({ id: 2, name: 'Rain', parents: [0], at: [0.9, 0.5] }, [0.2, 0.8]),
    binary({ id: 3, name: 'Wet grass', parents: [1, 2], at: [0.5, 0.97] }, [leak, 0.9, 0.9, 0.99]),
  ],
  evidence: new Map([[3, 1]]),
});

/** The burglar alarm with the tables of Russell and Norvig: both neighbours call. */
const alarm = (): GivenNetwork => ({
  nodes: [
    binary({ id: 0, name: 'Burglary', parents: [], at: [0.1, 0.06] }, [0.001]),
    binary({ id: 1, name: 'Earthquake', parents: [], at: [0.9, 0.06] }, [0.002]),
    binary({ id: 2, name: 'Alarm', parents: [0, 1], at: [0.5, 0.5] }, [0.001, 0.29, 0.94, 0.95]),
    binary({ id: 3, name: 'John calls', parents: [2], at: [0.1, 0.96] }, [0.05, 0.9]),
    binary({ id: 4, name: 'Mary calls', parents: [2], at: [0.9, 0.96] }, [0.01, 0.7]),
  ],
  evidence: new Map([
    [3, 1],
    [4, 1],
  ]),
});

const SPIN_PLACES: readonly EditedNode['at'][] = [
  [0.08, 0.2],
  [0.92, 0.2],
  [0.5, 0.85],
];

/** Two spins that agree or disagree, by the coupling, through a node that is observed. */
function spins(coupling: number): GivenNetwork {
  const { nodes, evidence } = spinNetwork(coupling);
  const edited = nodes.map(({ name, states, parents, table }, id) => ({
    ...{ id, name, at: SPIN_PLACES[id] },
    ...{ states: [...states], parents: [...parents], table: [...table] },
  }));
  return {
    nodes: edited,
    evidence: new Map([...evidence.entries()].filter(([, state]) => state >= 0)),
  };
}

/** One hidden cause of several symptoms: with a single hidden node nothing is factorised. */
const naiveBayes = (): GivenNetwork => ({
  nodes: [
    {
      ...{ id: 0, name: 'Illness', parents: [], at: [0.5, 0.08] },
      ...{ states: ['none', 'cold', 'flu'], table: [0.7, 0.22, 0.08] },
    },
    binary({ id: 1, name: 'Fever', parents: [0], at: [0, 0.6] }, [0.02, 0.1, 0.85]),
    binary({ id: 2, name: 'Cough', parents: [0], at: [0.2, 1] }, [0.1, 0.6, 0.7]),
    binary({ id: 3, name: 'Sneezing', parents: [0], at: [0.8, 1] }, [0.1, 0.8, 0.3]),
    binary({ id: 4, name: 'Aches', parents: [0], at: [1, 0.6] }, [0.05, 0.15, 0.8]),
  ],
  evidence: new Map([
    [1, 1],
    [2, 1],
    [3, 0],
    [4, 1],
  ]),
});

const DAYS = 5;

/** A chain that rarely changes, with noisy reports at its ends, which disagree. */
function chain(): GivenNetwork {
  const days = Array.from({ length: DAYS }, (_, t) =>
    binary(
      {
        ...{ id: t, name: `Day ${t + 1}`, parents: t > 0 ? [t - 1] : [] },
        at: [t / (DAYS - 1), t % 2 === 0 ? 0 : 0.48],
      },
      t > 0 ? [0.1, 0.9] : [0.5],
      ['dry', 'wet'],
    ),
  );
  const reports = [0, DAYS - 1].map((t, index) =>
    binary(
      { id: DAYS + index, name: `Report ${t + 1}`, parents: [t], at: [days[t].at[0], 1] },
      [0.2, 0.8],
      ['dry', 'wet'],
    ),
  );
  return {
    nodes: [...days, ...reports],
    evidence: new Map([
      [DAYS, 0],
      [DAYS + 1, 1],
    ]),
  };
}

/** A cause and an effect, to build on. */
const beginning = (): GivenNetwork => ({
  nodes: [
    binary({ id: 0, name: 'Cause', parents: [], at: [0.3, 0.25] }, [0.3]),
    binary({ id: 1, name: 'Effect', parents: [0], at: [0.7, 0.75] }, [0.1, 0.8]),
  ],
  evidence: new Map([[1, 1]]),
});

const NETWORKS: Readonly<Record<NetworkTarget, (coupling: number) => GivenNetwork>> = {
  sprinkler: () => sprinkler(0),
  leak: () => sprinkler(0.05),
  spins,
  alarm,
  'naive-bayes': naiveBayes,
  chain,
  own: beginning,
};

/** @param coupling of two spins */
export const presetNetwork = (target: NetworkTarget, coupling: number): GivenNetwork =>
  NETWORKS[target](coupling);
