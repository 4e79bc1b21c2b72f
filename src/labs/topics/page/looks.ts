/** Colour, number and name of each topic: kept from run to run, and for other numbers of topics. */
import { useEffect, useMemo } from 'react';
import type { Dataset } from '../../../datasets/dataset.ts';
import {
  useController,
  useDocument,
  useRun,
  useSnapshot,
  useViewEntry,
} from '../../../store/context.ts';
import { entryIn, viewEntry } from '../../../store/view.ts';
import { editsOf } from '../../lab.ts';
import type { SeenRun } from '../../shared/keeping/labExports.ts';
import { parseTopicsEdit, type TopicsEdit } from '../edits.ts';
import { topics } from '../lab.ts';
import type { Topic, TopicsSnapshot } from '../snapshot.ts';

export interface TopicLook {
  readonly id: number;
  /** Of the palette, counted from 0. */
  readonly colour: number;
  /** "Topic 3", or the name that was typed. */
  readonly name: string;
}

/** Topics are the same when at least this fraction of their most frequent words is. */
const SAME = 0.4;
/** Words by which a topic is known again. */
const KNOWN_BY = 10;

interface Known {
  readonly colour: number;
  readonly words: ReadonlySet<string>;
}

interface Memory {
  readonly run: number;
  /** Topics before the first step are like nothing: they pass no colours on. */
  readonly isTrained: boolean;
  /** The topics of the run before, and of this one. */
  readonly before: readonly Known[];
  readonly now: readonly (Known & Pick<TopicLook, 'name'>)[];
}

const memory = viewEntry<Memory>({ run: -1, isTrained: false, before: [], now: [] });

/** The words a topic has most, in words of the corpus. */
export function knownBy(
  topic: Topic,
  row: number,
  snapshot: TopicsSnapshot,
  dataset: Dataset | null,
) {
  if (dataset?.kind !== 'documents') return [];
  const V = dataset.vocabulary.length;
  const { beta } = snapshot;
  const words = beta
    ? Array.from({ length: V }, (_, word) => word)
        .sort((a, b) => beta[row * V + b] - beta[row * V + a])
        .slice(0, Math.min(KNOWN_BY, Math.ceil(V / 5)))
    : topic.top.slice(0, KNOWN_BY).map(({ word }) => word);
  return words.map((word) => dataset.vocabulary[word]);
}

const sharedPart = (a: ReadonlySet<string>, words: readonly string[]): number =>
  words.length === 0 ? 0 : words.filter((word) => a.has(word)).length / words.length;

/** A name needs fewer words in common with the topic it was given to: its words go on changing. */
const SAME_ID = 0.3;

/**
 * Pairs with the largest overlap first, each topic and each known one at most once.
 *
 * @param isOwn whether a known one was the topic with this number
 */
function matched<Kept extends { readonly words: ReadonlySet<string> }>(
  own: readonly (readonly string[])[],
  known: readonly Kept[],
  isOwn: (its: Kept, k: number) => boolean = () => false,
): (Kept | null)[] {
  const pairs = own.flatMap((words, k) =>
    known.map((its) => ({
      ...{ k, its },
      part: sharedPart(its.words, words) + (isOwn(its, k) ? SAME_ID : 0),
    })),
  );
  const found = new Array<Kept | null>(own.length).fill(null);
  const taken = new Set<Kept>();
  for (const { k, its, part } of pairs.toSorted((a, b) => b.part - a.part))
    if (part >= SAME && found[k] === null && !taken.has(its)) {
      found[k] = its;
      taken.add(its);
    }
  return found;
}

/** The names of the topics as the page shows them, in the order of the snapshot. */
export const shownNames = (run: Parameters<typeof entryIn>[0]): readonly string[] =>
  entryIn(run, memory).now.map(({ name }) => name);

/**
 * What topics are called: matched with names that were typed, then with the run before.
 *
 * @param noun of those without a name
 */
export function looksOf(
  ids: readonly number[],
  words: readonly (readonly string[])[],
  edits: readonly TopicsEdit[],
  before: readonly Known[],
  noun = 'Topic',
): readonly TopicLook[] {
  const named = edits.flatMap((edit) =>
    edit.kind === 'nameTopic' ? [{ ...edit, words: new Set(edit.words) }] : [],
  );
  const names = matched(words, named, ({ topic }, k) => topic === ids[k]);
  const earlier = matched(words, before);
  const used = new Set(names.flatMap((name) => (name ? [name.colour] : [])));
  const take = (colour: number): number | null => {
    if (used.has(colour)) return null;
    used.add(colour);
    return colour;
  };
  const kept = earlier.map((its, k) => (its && !names[k] ? take(its.colour) : null));
  const own = ids.map((id, k) => (names[k] || kept[k] !== null ? null : take(id)));
  return ids.map((id, k) => {
    let colour = names[k]?.colour ?? kept[k] ?? own[k];
    for (let free = 0; colour === null; free++) colour = take(free);
    return { id, colour, name: names[k]?.name || `${noun} ${colour + 1}` };
  });
}

/** Places of the topics that have a name typed by hand. */
export function namedTopics(
  snapshot: TopicsSnapshot,
  dataset: Dataset | null,
  edits: readonly TopicsEdit[],
): readonly number[] {
  const typed = edits.flatMap((edit) =>
    edit.kind === 'nameTopic' && edit.name ? [edit.name] : [],
  );
  if (typed.length === 0) return [];
  const words = snapshot.topics.map((topic, k) => knownBy(topic, k, snapshot, dataset));
  const ids = snapshot.topics.map(({ id }) => id);
  return looksOf(ids, words, edits, []).flatMap(({ name }, k) => (typed.includes(name) ? [k] : []));
}

/** Remembers the topics of a run, so that those of the next get their colours. Once on the stage. */
export function useMemoryOfTopics(looks: readonly TopicLook[]): void {
  const controller = useController();
  const snapshot = useSnapshot(topics);
  const dataset = useRun((state) => state.dataset);
  const run = useRun((state) => state.runId);
  const isTrained = useRun((state) => state.step > 0);
  useEffect(() => {
    if (!snapshot) return;
    const now = snapshot.topics.map((topic, k) => ({
      colour: looks[k]?.colour ?? topic.id,
      name: looks[k]?.name ?? `Topic ${topic.id + 1}`,
      words: new Set(knownBy(topic, k, snapshot, dataset)),
    }));
    controller.setEntry(memory, (old) => ({
      ...{ run, isTrained, now },
      before: old.run !== run && old.isTrained ? old.now : old.before,
    }));
  }, [controller, snapshot, dataset, run, isTrained, looks]);
}

const NO_LOOKS: readonly TopicLook[] = [];

/** The looks of the topics in the snapshot, in its order. */
export function useTopicLooks(): readonly TopicLook[] {
  const snapshot = useSnapshot(topics);
  const dataset = useRun((state) => state.dataset);
  const { before } = useViewEntry(memory);
  const edits = useDocument((document) => editsOf(topics, document));
  return useMemo(() => {
    return snapshot ? looksIn(snapshot, dataset, edits, before) : NO_LOOKS;
  }, [snapshot, dataset, before, edits]);
}

/** The looks of the topics of a run that is kept: topics that are like those on the page have their colours. */
export const looksOfKept = (snapshot: TopicsSnapshot, { view, dataset, edits }: SeenRun) =>
  looksIn(snapshot, dataset, edits.map(parseTopicsEdit), entryIn({ view }, memory).now);

function looksIn(
  snapshot: TopicsSnapshot,
  dataset: Dataset | null,
  edits: readonly TopicsEdit[],
  before: readonly Known[],
): readonly TopicLook[] {
  const words = snapshot.topics.map((topic, k) => knownBy(topic, k, snapshot, dataset));
  const noun = dataset?.kind === 'documents' && dataset.tables ? 'Cluster' : 'Topic';
  return looksOf(
    snapshot.topics.map(({ id }) => id),
    ...([words, edits, before, noun] as const),
  );
}
