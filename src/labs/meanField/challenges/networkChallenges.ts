/** Challenges of the networks. */
import { formatFixed } from '../../../ui/numbers.ts';
import { type Challenge, type Finding, nothing } from '../../shared/challenges/challengeSet.ts';
import type { EditedNode } from '../networkEdits.ts';
import type { NetworkSnapshot } from '../networkSnapshot.ts';
import type { MeanFieldSnapshot } from '../snapshot.ts';

export interface NetworkMemory {
  /** ELBOs of converged q, by network and evidence. */
  readonly bounds: Readonly<Record<string, readonly number[]>>;
  /** p(burglary) given that the alarm rings, and no more than its neighbours' calls. */
  readonly burglary: number | null;
}

export const NO_BOUNDS: NetworkMemory = { bounds: {}, burglary: null };

/** Nats: ends nearer than this are the same. */
const APART = 0.05;
/** The ELBO of the worse fixed point of the sprinkler is below this. */
const WORSE = -1.2;
const MOST_COUPLING = 1.1;
const LEAST_SIDE = 0.1;
const TIMES_LESS = 10;

const [SPRINKLER, RAIN, WET] = [1, 2, 3];
const [BURGLARY, EARTHQUAKE, ALARM] = [0, 1, 2];
const AGREE = 2;

const networkOf = (snapshot: MeanFieldSnapshot): NetworkSnapshot | null =>
  snapshot.part === 'network' ? snapshot : null;

export const networkChallenges: readonly Challenge<MeanFieldSnapshot, NetworkMemory>[] = [
  {
    id: 'both-fixed-points',
    title: 'Both fixed points',
    task: 'On the sprinkler: let q converge to both of its fixed points. Which one is better?',
    hint: 'Which fixed point q reaches depends on the node that is updated first.',
    answer:
      'Choose “Sprinkler” and press Play: q becomes certain of the sprinkler. Press Reset, click the name Rain in the network, press “Update Rain”, and then Play. The second one is better: −0.84 against −1.38.',
    check: (view, memory) => hasBoth(networkOf(view), memory),
  },
  {
    id: 'lose-one',
    title: 'Lose one of them',
    task: 'Let q converge to the worse fixed point of the sprinkler. Then change one row of a table so that q leaves it by itself.',
    hint: 'The hard zero in the table of Wet grass keeps q there.',
    answer:
      'After Play on “Sprinkler”, click the name Wet grass in the network. In its table, set its probability of yes without sprinkler and rain to 0.05. Choose a high speed and press Play again.',
    check: (view, memory) => hasLeft(networkOf(view), memory),
  },
  {
    id: 'choose-a-side',
    title: 'Where symmetry breaks',
    task: `On two spins: find a coupling of at most ${MOST_COUPLING} at which a converged q chooses a side.`,
    hint: 'At a coupling of 1 or less q returns to the middle. Just above it, convergence is slow.',
    answer:
      'Choose “Two spins”, set the coupling to 1.05, choose a high speed, and press Play until q has converged.',
    check: (view) => choosesSide(networkOf(view)),
  },
  {
    id: 'explain-away',
    title: 'Explain it away',
    task: `On the burglar alarm: observe that the alarm rings. Then observe one more node so that a burglary becomes ${TIMES_LESS} times less likely.`,
    hint: 'Which node is a second cause of the alarm?',
    answer:
      'Choose “Burglar alarm”. Click “yes” at Alarm, and then “yes” at Earthquake: the two causes are co-parents, so each one explains the other away.',
    check: (view, memory) => explainsAway(networkOf(view), memory),
  },
];

/** What a view adds to what has been seen. */
export function withSeen(memory: NetworkMemory, view: MeanFieldSnapshot): NetworkMemory {
  const network = networkOf(view);
  if (!network) return memory;
  const burglary = ringing(network) ?? memory.burglary;
  const { converged, elbo } = network;
  const key = keyOf(network);
  const known = memory.bounds[key] ?? [];
  const isNew =
    converged && elbo !== null && known.every((other) => Math.abs(other - elbo) > APART);
  if (!isNew) return burglary === memory.burglary ? memory : { ...memory, burglary };
  return { burglary, bounds: { ...memory.bounds, [key]: [...known, elbo] } };
}

function hasBoth(network: NetworkSnapshot | null, { bounds }: NetworkMemory): Finding {
  if (!isSprinkler(network)) return nothing('Choose the sprinkler.');
  const known = bounds[keyOf(network)] ?? [];
  const text = known.map((elbo) => formatFixed(elbo, 4)).join(' and ');
  return {
    done: known.length > 1,
    text: known.length === 0 ? 'q has not converged yet.' : `ELBO so far: ${text}.`,
  };
}

function hasLeft(network: NetworkSnapshot | null, { bounds }: NetworkMemory): Finding {
  if (!isSprinkler(network)) return nothing('Choose the sprinkler.');
  const wasWorse = Object.values(bounds).some((known) => known.some((elbo) => elbo < WORSE));
  if (!wasWorse) return nothing('q has not been at the worse fixed point yet.');
  const isLeaky = tableOf(network, WET)
    .slice(0, 2)
    .every((p) => p > 0);
  const [sprinkler, rain] = [SPRINKLER, RAIN].map((id) => probability(network.q, network, id));
  const text = `q(sprinkler) = ${formatFixed(sprinkler, 3)}, q(rain) = ${formatFixed(rain, 3)}.`;
  return { done: isLeaky && network.converged && rain > sprinkler, text };
}

function choosesSide(network: NetworkSnapshot | null): Finding {
  const table = network ? tableOf(network, AGREE) : [];
  if (network?.nodes.length !== 3 || table[1] !== 1)
    return nothing('Choose two spins with a positive coupling.');
  const coupling = -Math.log(table[3]) / 2;
  const [first] = network.q;
  const side = Math.abs(first[1] - first[0]);
  const isFound = coupling <= MOST_COUPLING + 1e-9 && side > LEAST_SIDE && network.converged;
  return {
    done: isFound,
    text: `Coupling ${formatFixed(coupling, 2)}: |E[x₁]| = ${formatFixed(side, 3)} under q.`,
  };
}

function explainsAway(network: NetworkSnapshot | null, { burglary }: NetworkMemory): Finding {
  if (!network || !isAlarm(network)) return nothing('Choose the burglar alarm.');
  if (burglary === null) return nothing('The alarm has not been observed yet.');
  const now = exactly(network, BURGLARY);
  const isRinging = stateOf(network, ALARM) === 1;
  const isHidden = stateOf(network, BURGLARY) === null;
  return {
    done: isRinging && isHidden && now !== null && now * TIMES_LESS <= burglary,
    text: `p(burglary) = ${formatFixed(now, 4)}; with the alarm alone ${formatFixed(burglary, 4)}.`,
  };
}

/** p(burglary) where the alarm is observed and no other cause is. */
function ringing(network: NetworkSnapshot): number | null {
  const isAlone =
    isAlarm(network) &&
    stateOf(network, ALARM) === 1 &&
    stateOf(network, EARTHQUAKE) === null &&
    stateOf(network, BURGLARY) === null;
  return isAlone ? exactly(network, BURGLARY) : null;
}

const indexOf = ({ nodes }: NetworkSnapshot, id: number): number =>
  nodes.findIndex((node) => node.id === id);

const tableOf = ({ nodes }: NetworkSnapshot, id: number): EditedNode['table'] =>
  nodes.find((node) => node.id === id)?.table ?? [];

const stateOf = (network: NetworkSnapshot, id: number): number | null =>
  network.evidence[indexOf(network, id)] ?? null;

/** Of the second state. */
const probability = (
  marginals: NetworkSnapshot['q'],
  network: NetworkSnapshot,
  id: number,
): number => marginals[indexOf(network, id)]?.[1] ?? 0;

const exactly = (network: NetworkSnapshot, id: number): number | null =>
  network.exact && probability(network.exact.marginals, network, id);

const isCalled = (network: NetworkSnapshot, names: Readonly<Record<number, string>>): boolean =>
  Object.entries(names).every(([id, name]) =>
    network.nodes.some((node) => node.id === Number(id) && node.name === name),
  );

const isSprinkler = (network: NetworkSnapshot | null): network is NetworkSnapshot =>
  network !== null &&
  isCalled(network, { [SPRINKLER]: 'Sprinkler', [RAIN]: 'Rain', [WET]: 'Wet grass' });

const isAlarm = (network: NetworkSnapshot): boolean =>
  isCalled(network, {
    [BURGLARY]: 'Burglary',
    [EARTHQUAKE]: 'Earthquake',
    [ALARM]: 'Alarm',
  });

const keyOf = ({ nodes, evidence }: NetworkSnapshot): string =>
  JSON.stringify([nodes.map(({ id, parents, table }) => [id, parents, table]), evidence]);
