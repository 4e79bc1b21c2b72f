import { lazy, type ReactNode, Suspense, use, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { LabParts } from '../../labs/page.ts';
import type { RegistryEntry } from '../../labs/registry.ts';
import type { Embed, EmbedPart } from '../../settings/embedLink.ts';
import { LabProvider, useDocument } from '../../store/context.ts';
import { InlineNotice } from '../../ui/InlineNotice.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { markUsable, whenUsable } from '../../ui/whenUsable.ts';
import { LabReadouts } from '../lab/LabReadouts.tsx';
import { labActions } from '../lab/labActions.ts';
import { useHoverEnds } from '../lab/useHoverEnds.ts';
import { useTransport } from '../lab/useTransport.ts';
import { isOpenIn, labRunner } from '../labRunner.ts';
import { startTheme } from '../theme.ts';
import { Transport } from '../topBar/Transport.tsx';
import { useMediaQuery } from '../useMediaQuery.ts';
import { MAIN_ID } from '../usePageFocus.ts';
import { useShortcuts } from '../useShortcuts.ts';
import styles from './Embed.module.css';
import { EmbedStage } from './EmbedStage.tsx';
import { OpenLink } from './OpenLink.tsx';
import { useHostChannel } from './useHostChannel.ts';

// Loaded where they are wanted, after the first picture.
const EmbedSettings = lazy(() => whenUsable(() => import('./EmbedSettings.tsx')));
const EmbedText = lazy(() => whenUsable(() => import('./EmbedText.tsx')));

export interface EmbedLabProps {
  readonly entry: RegistryEntry;
  /** What the lab shows; without what is about the embed. */
  readonly linkState: string;
  readonly embed: Embed;
  /** What is wrong with the link. */
  readonly problems: readonly string[];
}

/** The wanted parts of a lab, one below the other. */
export function EmbedLab({ entry, linkState, embed, problems }: EmbedLabProps) {
  const manifest = entry.lab();
  const { parts: ofLab } = use(entry.page());
  const lab = use(manifest);
  const { controller, enter } = labRunner();
  const atWork = useMemo(() => ({ lab, controller }), [lab, controller]);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    void enter(lab.id, linkState);
  }, [enter, lab.id, linkState]);
  useEffect(() => startTheme().get().setPreference(preferenceOf(embed.theme)), [embed.theme]);

  const hasPicture = useStore(
    controller.run,
    ({ snapshot, phase }) => snapshot !== null || phase === 'failed',
  );
  useEffect(() => {
    if (hasPicture) markUsable();
  }, [hasPicture]);
  useHostChannel({ host: embed.host, lab: lab.id, hasPicture, root });
  useHoverEnds(controller);

  const isOpen = useStore(controller.run, ({ phase }) => phase !== 'opening' && phase !== 'failed');
  const isTrained = embed.parts.some(({ name }) => name === 'transport');
  const keys = isTrained ? TRAINING_KEYS : EDITING_KEYS;
  useShortcuts(labActions(controller, NO_PAGE, isOpen).filter(({ id }) => keys.includes(id)));

  // Nothing here can draw another lab's state, which may still be open.
  const isOurs = useStore(controller.document, isOpenIn(lab.id));
  return (
    <LabProvider value={atWork}>
      <main ref={root} id={MAIN_ID} tabIndex={-1} className={styles.parts}>
        <VisuallyHidden>
          <h1>{lab.title}</h1>
        </VisuallyHidden>
        {problems.map((problem) => (
          <InlineNotice key={problem} kind="problem">
            {problem}
          </InlineNotice>
        ))}
        {isOurs &&
          embed.parts.map((part) => (
            <Suspense key={part.name} fallback={null}>
              <Part part={part} ofLab={ofLab} />
            </Suspense>
          ))}
        <OpenLink linkState={linkState} />
      </main>
    </LabProvider>
  );
}

const TRAINING_KEYS = ['play', 'continue', 'step', 'reset', 'undo', 'redo', 'leave'];
/** Without Play in sight, keys do not train. */
const EDITING_KEYS = ['undo', 'redo', 'leave'];

const nothing = () => undefined;
/** An embed has none of the page's dialogs and views. */
const NO_PAGE = { share: nothing, showKeys: nothing, showDiagram: nothing };

const preferenceOf = (theme: Embed['theme']) => (theme === 'auto' ? 'system' : theme);

interface PartProps {
  readonly part: EmbedPart;
  readonly ofLab: LabParts;
}

function Part({ part: { name, chosen }, ofLab }: PartProps): ReactNode {
  switch (name) {
    case 'stage':
      return <EmbedStage Stage={ofLab.Stage} panels={chosen} />;
    case 'transport':
      return <TransportRow />;
    case 'caption':
      return <Caption firstStep={ofLab.firstStep} />;
    case 'settings':
      return <EmbedSettings chosen={chosen} Extras={ofLab.Extras} />;
    default:
      return <EmbedText part={name} load={ofLab.texts} />;
  }
}

function TransportRow() {
  const isNarrow = useMediaQuery('(max-width: 699px)');
  const transport = useTransport();
  return (
    <div className={styles.transport}>
      <Transport {...transport} iconsOnly={isNarrow} />
      <LabReadouts isBrief isBackendHidden />
    </div>
  );
}

/** What to do first, which stays: a reader comes back to it. */
function Caption({ firstStep: { text } }: Pick<LabParts, 'firstStep'>) {
  const sentence = useDocument((document) => (typeof text === 'string' ? text : text(document)));
  return <p className={styles.caption}>{sentence}</p>;
}
