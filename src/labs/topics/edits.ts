/** Edits of topics: plain data laid over what was learned. Topics by their ids, counted from 0. */
import * as v from 'valibot';
import { editParser } from '../shared/data/editRefusal.ts';
import { replacing } from '../shared/data/replacing.ts';

const MOST_CHARACTERS = 60;

const topic = v.pipe(
  v.number('the topic must be a number, counted from 0'),
  v.safeInteger('the topic must be a whole number, counted from 0'),
  v.minValue(0, 'the topic is counted from 0'),
);
const word = v.pipe(
  v.string('the word must be text'),
  v.minLength(1, 'the word must not be empty'),
  v.maxLength(MOST_CHARACTERS, `the word must have at most ${MOST_CHARACTERS} characters`),
);
const name = v.pipe(
  v.string('the name must be text'),
  v.maxLength(MOST_CHARACTERS, `the name must have at most ${MOST_CHARACTERS} characters`),
);

const schema = v.variant('kind', [
  v.strictObject({ kind: v.literal('stopWord'), word, stopped: v.boolean() }),
  v.strictObject({ kind: v.literal('pinWord'), word, topic: v.nullable(topic) }),
  v.strictObject({ kind: v.literal('lockTopic'), topic, locked: v.boolean() }),
  v.strictObject({ kind: v.literal('mergeTopics'), topic, into: topic }),
  v.strictObject({ kind: v.literal('splitTopic'), topic }),
  v.strictObject({ kind: v.literal('removeTopic'), topic }),
  v.strictObject({
    kind: v.literal('nameTopic'),
    topic,
    name,
    /** Of the palette, counted from 0; the number of the topic is one more. */
    colour: v.pipe(
      v.number('the colour must be a number, counted from 0'),
      v.safeInteger('the colour must be a whole number, counted from 0'),
      v.minValue(0, 'the colour is counted from 0'),
    ),
    words: v.pipe(v.array(word), v.maxLength(20, 'at most 20 words identify a topic')),
  }),
]);

/**
 * stopWord: the model leaves the word out, or takes it in whatever the stop list says. pinWord: all
 * occurrences belong to one topic; null takes the pin away. lockTopic: its words stay as they are.
 * mergeTopics: `topic` goes into `into`. splitTopic: half of its words' weight goes to a new topic.
 * removeTopic: its documents go to the others. nameTopic: name and colour follow the topic that has
 * `words` most, also into other runs.
 */
export type TopicsEdit = v.InferOutput<typeof schema>;

export const parseTopicsEdit = editParser(schema);

export const { withEdit: withTopicsEdit } = replacing<TopicsEdit>({
  stopWord: ['word'],
  pinWord: ['word'],
  lockTopic: ['topic'],
  mergeTopics: ['topic'],
  splitTopic: ['topic'],
  removeTopic: ['topic'],
  nameTopic: ['topic'],
});

/** Stopped and pinned words and names belong to the corpus; the others to the learned topics. */
export const outlivesTopics = ({ kind }: TopicsEdit): boolean =>
  kind === 'stopWord' || kind === 'pinWord' || kind === 'nameTopic';
