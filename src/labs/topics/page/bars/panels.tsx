import { memo, useMemo } from 'react';
import { PictureGallery } from '../../../../plots/encoded/PictureGallery.tsx';
import { useRun } from '../../../../store/context.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { useTarget } from '../../../shared/stage/useTarget.ts';
import { topics } from '../../lab.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { documentPictures, scaledPictures } from './pictures.ts';

const TOPICS: readonly Highlight[] = ['topics'];
const DOCUMENTS: readonly Highlight[] = ['words'];

/** The topics as pictures. */
export const TopicPicturesPanel = memo(function TopicPicturesPanel() {
  const { snapshot, placeholder } = useDrawn(topics);
  const side = useRun(({ dataset }) => (dataset?.kind === 'documents' ? dataset.side : null));
  const { hovered, selected, onHover, onSelect } = useTarget('cluster');
  const pictures = useMemo(
    () => scaledPictures(snapshot?.beta ?? [], side === null ? 1 : side ** 2),
    [snapshot, side],
  );
  return (
    <StagePanel name="Topics" part="topics" litBy={TOPICS}>
      <PictureGallery
        label="Topics as pictures: how often each pixel occurs in each."
        pictures={pictures}
        side={side ?? 1}
        beside={null}
        {...{ hovered, selected, onHover, onSelect, placeholder }}
      />
    </StagePanel>
  );
});

/** The documents as pictures, and what the model makes of each. */
export const DocumentPicturesPanel = memo(function DocumentPicturesPanel() {
  const { snapshot, placeholder } = useDrawn(topics);
  const dataset = useRun((state) => state.dataset);
  const { hovered, selected, onHover, onSelect } = useTarget('row');
  const documents = dataset?.kind === 'documents' && dataset.side !== null ? dataset : null;
  const pixels = documents?.vocabulary.length ?? 1;
  const pictures = useMemo(
    () => scaledPictures(documents ? documentPictures(documents) : [], pixels),
    [documents, pixels],
  );
  return (
    <StagePanel name="Documents" part="documents" litBy={DOCUMENTS}>
      <PictureGallery
        label={`Some of ${snapshot?.documents ?? 0} documents as pictures.`}
        pictures={pictures}
        side={documents?.side ?? 1}
        beside={null}
        {...{ hovered, selected, onHover, onSelect, placeholder }}
      />
    </StagePanel>
  );
});
