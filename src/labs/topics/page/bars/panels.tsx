import { memo, useMemo } from 'react';
import { PictureGallery } from '../../../../plots/encoded/PictureGallery.tsx';
import { useController } from '../../../../store/context.ts';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { useTarget } from '../../../shared/stage/useTarget.ts';
import { topics } from '../../lab.ts';
import { topicsLayers } from '../../layers.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { useCorpus } from '../document/useDocumentAnswer.ts';
import { useTopicLooks } from '../looks.ts';
import { show } from '../side.ts';
import { documentPictures, expectedPictures, scaledPictures } from './pictures.ts';
import { FOUND, type TopicPicture, TopicPicturesPlot } from './TopicPicturesPlot.tsx';

const TOPICS: readonly Highlight[] = ['topics'];
const DOCUMENTS: readonly Highlight[] = ['words'];

const NO_PICTURES: readonly TopicPicture[] = [];

/** The topics as pictures, and next to each the true one that it is matched with. */
export const TopicPicturesPanel = memo(function TopicPicturesPanel() {
  const { snapshot, placeholder } = useDrawn(topics);
  const corpus = useCorpus();
  const looks = useTopicLooks();
  const { shown } = useLayers(topicsLayers);
  const controller = useController();
  const { hovered, selected, onHover, onSelect } = useTarget('cluster');
  const truth = shown.truth ? (corpus?.truth ?? null) : null;
  const pictures = useMemo(() => {
    const beta = snapshot?.beta;
    if (!beta) return NO_PICTURES;
    const V = beta.length / snapshot.topics.length;
    return snapshot.topics.map(({ id, match }, k) => ({
      ...{ id, name: looks[k]?.name ?? '', colour: looks[k]?.colour ?? id },
      values: beta.subarray(k * V, (k + 1) * V),
      truth: truth &&
        match && {
          values: truth.topics.subarray(match.truth * V, (match.truth + 1) * V),
          distance: match.distance,
        },
    }));
  }, [snapshot, looks, truth]);
  const found = pictures.filter(({ truth: its }) => its && its.distance < FOUND).length;
  return (
    <StagePanel
      name="Topics"
      heading={truth ? `Topics: ${found} of ${truth.count} found` : 'Topics'}
      part="topics"
      litBy={TOPICS}
      actions={corpus?.truth && <LayerToggles of={topicsLayers} />}
    >
      <TopicPicturesPlot
        label="Topics as pictures: how often each pixel occurs in each"
        pictures={pictures}
        side={corpus?.side ?? 1}
        {...{ hovered, selected, onHover, placeholder }}
        onSelect={(id) => {
          onSelect(id);
          show(controller, 'topic');
        }}
      />
    </StagePanel>
  );
});

/** The documents as pictures, and what the model makes of each. */
export const DocumentPicturesPanel = memo(function DocumentPicturesPanel() {
  const { snapshot, placeholder } = useDrawn(topics);
  const documents = useCorpus();
  const controller = useController();
  const { hovered, selected, onHover, onSelect } = useTarget('row');
  const choose = (row: number | null) => {
    onSelect(row);
    show(controller, 'document');
  };
  const pixels = documents?.vocabulary.length ?? 1;
  const pictures = useMemo(
    () => scaledPictures(documents ? documentPictures(documents) : [], pixels),
    [documents, pixels],
  );
  const expected = useMemo(
    () => (snapshot ? scaledPictures(expectedPictures(snapshot), pixels) : null),
    [snapshot, pixels],
  );
  return (
    <StagePanel name="Documents, each with the expected picture" part="documents" litBy={DOCUMENTS}>
      <PictureGallery
        label={`Some of ${snapshot?.documents ?? 0} documents as pictures.`}
        pictures={pictures}
        side={documents?.side ?? 1}
        beside={expected}
        {...{ hovered, selected, onHover, placeholder }}
        onSelect={choose}
      />
    </StagePanel>
  );
});
