import { useMemo } from 'react';
import { useController, useSnapshot, useViewEntry } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { EditsOverModel } from '../../../shared/editing/EditsOverModel.tsx';
import { useTarget } from '../../../shared/stage/useTarget.ts';
import { useFollowed } from '../../../shared/useInspection.ts';
import { topics } from '../../lab.ts';
import type { DocumentsQuery } from '../../snapshot.ts';
import { useCorpus } from '../document/useDocumentAnswer.ts';
import { knownBy, type TopicLook, useTopicLooks } from '../looks.ts';
import { show } from '../side.ts';
import common from '../topics.module.css';
import { useTopicsEditing } from '../useTopicsEditing.ts';
import { IntrusionView } from './IntrusionView.tsx';
import { askNext, intrusion, questionAbout } from './intrusion.ts';
import { NameEntry } from './NameEntry.tsx';

/** Documents that are listed behind a topic. */
const DOCUMENTS = 12;

const HELP =
  'Topics changed by hand are first edits over the model: the ELBO shows what they cost. Play and Step go on from the changed topics. Clear the edits to restore the model.';

/** The topic that is selected: its name, what can be done with it, and the documents behind it. */
export default function TopicView() {
  const snapshot = useSnapshot(topics);
  const looks = useTopicLooks();
  const corpus = useCorpus();
  const { selected, onSelect } = useTarget('cluster');
  const { edit: change, clear, bake } = useTopicsEditing();
  const { question } = useViewEntry(intrusion);
  const row = looks.findIndex(({ id }) => id === selected);
  if (question) return <IntrusionView question={question} />;
  if (!snapshot || row < 0)
    return (
      <div className={common.view}>
        <p className={common.note}>
          Select a topic to name it, to change it, and to see its documents.
        </p>
        <AskAboutWords />
      </div>
    );
  const [look, topic] = [looks[row], snapshot.topics[row]];
  const name = (typed: string, colour: number) =>
    change(
      {
        ...{ kind: 'nameTopic', topic: look.id, name: typed, colour },
        words: knownBy(topic, row, snapshot, corpus),
      },
      typed === '' ? 'The topic has no name.' : `The topic is called ${typed}.`,
    );
  const others = looks.filter(({ id }) => id !== look.id);
  return (
    <div className={common.view}>
      <NameEntry key={look.id} look={look} onName={name} />
      <div className={common.row}>
        <label className={common.row}>
          Merge into
          <select
            className={common.field}
            value=""
            onChange={({ target }) => {
              const into = Number(target.value);
              const other = others.find(({ id }) => id === into);
              void change(
                { kind: 'mergeTopics', topic: look.id, into },
                `${look.name} is merged into ${other?.name}.`,
              );
              onSelect(into);
            }}
          >
            <option value="" disabled>
              another one
            </option>
            {others.map(({ id, name: its }) => (
              <option key={id} value={id}>
                {its}
              </option>
            ))}
          </select>
        </label>
        <Button
          size="small"
          tooltip="Half of its words go to a new topic, which Play then tells apart"
          onClick={() =>
            void change({ kind: 'splitTopic', topic: look.id }, `${look.name} is split.`)
          }
        >
          Split
        </Button>
        <Button
          size="small"
          disabled={others.length === 0}
          onClick={() =>
            void change({ kind: 'removeTopic', topic: look.id }, `${look.name} is removed.`)
          }
        >
          Remove
        </Button>
        <Button
          size="small"
          aria-pressed={topic.isLocked}
          tooltip="Its words stay as they are while the others are learned"
          onClick={() =>
            void change(
              { kind: 'lockTopic', topic: look.id, locked: !topic.isLocked },
              topic.isLocked ? `${look.name} is free.` : `${look.name} is locked.`,
            )
          }
        >
          {topic.isLocked ? 'Unlock' : 'Lock'}
        </Button>
        <AskAboutWords />
      </div>
      <EditsOverModel clear={clear} bake={bake} help={HELP} />
      <DocumentsBehind look={look} />
    </div>
  );
}

/** Begins with questions about the words of the topics, where topics are words to read. */
function AskAboutWords() {
  const controller = useController();
  const snapshot = useSnapshot(topics);
  if (!useCorpus()?.texts || !snapshot || questionAbout(snapshot.topics, 0) === null) return null;
  return (
    <Button
      size="small"
      tooltip="Six words: which one does not belong to the topic?"
      onClick={() => askNext(controller, snapshot.topics)}
    >
      Word intrusion
    </Button>
  );
}

/** The documents with the most of a topic; long ones do not come first for being long. */
function DocumentsBehind({ look }: { readonly look: TopicLook }) {
  const controller = useController();
  const corpus = useCorpus();
  const query = useMemo(
    (): DocumentsQuery => ({ kind: 'documents', topic: look.id, count: DOCUMENTS }),
    [look.id],
  );
  const { inspection, failure } = useFollowed(topics, query);
  if (failure) return <p className={common.note}>{failure}</p>;
  if (inspection?.topic !== look.id) return null;
  const percent = (value: number) => `${(100 * value).toFixed(0)} %`;
  return (
    <table className={common.table}>
      <caption>Documents by the lower end of their share: mean − standard deviation</caption>
      <tbody>
        {Array.from(inspection.documents, (document, at) => (
          <tr key={document}>
            <th scope="row">
              <Button
                size="small"
                variant="quiet"
                onClick={() => {
                  controller.select('row', document);
                  show(controller, 'document');
                }}
              >
                {corpus?.titles[document]}
              </Button>
            </th>
            <td>
              {percent(inspection.shares[at])} ± {percent(inspection.deviations[at])}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
