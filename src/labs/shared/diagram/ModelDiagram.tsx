import {
  type RefObject,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { calendarOf } from '../../../datasets/dataset.ts';
import { layoutOf } from '../../../plots/diagram/layout.ts';
import { PlateDiagram } from '../../../plots/diagram/PlateDiagram.tsx';
import type { NodeKind, PlateModel } from '../../../plots/diagram/plateModel.ts';
import {
  useController,
  useDocument,
  useHovered,
  usePointedAt,
  useRun,
} from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { exportPicture } from '../keeping/exports.ts';
import { LIT_BY } from '../stage/litBy.ts';
import type { LabDiagram, LiveModel } from './labDiagram.ts';
import styles from './ModelDiagram.module.css';
import { useCalmSnapshot } from './useCalmSnapshot.ts';

export interface ModelDiagramProps {
  readonly diagram: LabDiagram<unknown, unknown>;
}

const NOTHING: LiveModel = { nodes: {}, counts: {} };

/**
 * The graphical model of the lab. A node that is pointed at lights its part of the stage and says what
 * it is now; what is pointed at on the stage, or in a formula, lights its node.
 */
export function ModelDiagram({ diagram }: ModelDiagramProps) {
  const settings = useDocument((document) => document.settings);
  const model = diagram.modelOf(settings);
  if (!model) return <p className={styles.none}>This part has no graphical model.</p>;
  return <DrawnModel diagram={diagram} model={model} />;
}

interface DrawnModelProps extends ModelDiagramProps {
  readonly model: PlateModel;
}

function DrawnModel({ diagram, model }: DrawnModelProps) {
  const controller = useController();
  const plot = useRef<HTMLDivElement>(null);
  const live = useLive(diagram, useIsInSight(plot));
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  const [pinned, setPinned] = useState<string | null>(null);
  const chosen = pointedAt ?? pinned;
  const lit = useLit(model, chosen);
  const wordsId = useId();

  const lights = model.nodes.find(({ id }) => id === chosen)?.lights ?? null;
  useEffect(() => {
    if (lights === null) return;
    controller.highlight(lights);
    return () => controller.highlight(null);
  }, [controller, lights]);

  const { width, height } = layoutOf(model);
  return (
    <section className={styles.diagram} aria-label="Graphical model">
      <div
        ref={plot}
        className={styles.plot}
        data-stage-part="diagram"
        style={{
          aspectRatio: `${width} / ${height}`,
          maxWidth: `calc(${Math.round(LARGEST * width)}px * var(--plot-scale))`,
        }}
      >
        <PlateDiagram
          label="Nodes of the graphical model"
          model={model}
          live={live.nodes}
          counts={live.counts}
          lit={lit}
          pinned={pinned}
          onPoint={setPointedAt}
          onPin={(id) => setPinned((now) => (now === id ? null : id))}
          describedBy={wordsId}
        />
      </div>
      <div id={wordsId} className={styles.words}>
        <Words model={model} live={live} shown={chosen === null ? lit : [chosen]} />
      </div>
      <p className={styles.legend}>{legendOf(model)}.</p>
      <div className={styles.save}>
        <Button
          size="small"
          variant="quiet"
          onClick={() => void exportPicture(controller, 'diagram', 'svg')}
        >
          Save as SVG
        </Button>
      </div>
    </section>
  );
}

/** Of the size it is drawn in, where there is room. */
const LARGEST = 1.1;

/** What the nodes show. */
function useLive(diagram: LabDiagram<unknown, unknown>, isInSight: boolean): LiveModel {
  const snapshot = useCalmSnapshot(isInSight);
  const settings = useDocument((document) => document.settings);
  const dataset = useRun((run) => run.dataset);
  const row = useDeferredValue(usePointedAt('row'));
  const cluster = useDeferredValue(usePointedAt('cluster'));
  const node = useDeferredValue(usePointedAt('node'));
  return useMemo(
    () =>
      snapshot
        ? diagram.live(snapshot, {
            ...{ settings, dataset, row, cluster, node },
            calendar: calendarOf(dataset),
          })
        : NOTHING,
    [diagram, snapshot, settings, dataset, row, cluster, node],
  );
}

/** The nodes that are lit, by what is most exactly pointed at. */
function useLit({ nodes }: PlateModel, chosen: string | null): readonly string[] {
  const highlight = useRun(({ view }) => view.highlight);
  const isOnRow = useHovered('row') !== null;
  const isOnCluster = useHovered('cluster') !== null;
  const isOnNode = useHovered('node') !== null;
  const each = isOnCluster ? 'cluster' : isOnRow ? 'row' : isOnNode ? 'node' : null;
  const panel = usePanelPointedAt();
  return useMemo(() => {
    if (chosen !== null) return [chosen];
    const lit = nodes.filter((node) => {
      if (highlight !== null) return node.lights === highlight;
      if (each !== null) return node.each === each;
      return node.lights !== undefined && panel.includes(node.lights);
    });
    return lit.map(({ id }) => id);
  }, [nodes, chosen, highlight, each, panel]);
}

interface WordsProps {
  readonly model: PlateModel;
  readonly live: LiveModel;
  readonly shown: readonly string[];
}

/** Of more nodes than these at a time nothing is said. */
const MOST_WORDS = 2;

function Words({ model, live, shown }: WordsProps) {
  const nodes = model.nodes.filter(({ id }) => shown.includes(id));
  if (nodes.length === 0 || nodes.length > MOST_WORDS) {
    return (
      <p className={styles.hint}>
        Point at a node or focus it: its part of the stage lights up, and its current distribution
        is written here.
      </p>
    );
  }
  return nodes.map(({ id, name }) => (
    <p key={id}>
      <b>{name[0].toUpperCase() + name.slice(1)}.</b> {live.nodes[id]?.words}
    </p>
  ));
}

const LEGEND: readonly (readonly [NodeKind, string])[] = [
  ['observed', 'Shaded: observed'],
  ['latent', 'Open: latent'],
  ['learned', 'Square: a value that is learned'],
  ['network', 'Square with lines: network'],
  ['fixed', 'Dot: a value that is set'],
];

const legendOf = ({ nodes, edges, plates }: PlateModel): string =>
  [
    ...LEGEND.filter(([kind]) => nodes.some((node) => node.kind === kind)).map(([, text]) => text),
    ...(edges.some(({ isInference }) => isInference) ? ['Dashed: inference'] : []),
    ...(plates.some(({ symbol }) => /^[A-Z]$/.test(symbol)) ? ['Frame: repeated'] : []),
    ...(edges.some(({ isCut }) => isCut) ? ['Dotted: a dependence that is left out'] : []),
  ].join('. ');

/** Whether any of an element can be seen: it may be scrolled away, folded or hidden. */
function useIsInSight(ref: RefObject<Element | null>): boolean {
  const [isInSight, setIsInSight] = useState(true);
  useEffect(() => {
    if (ref.current === null) return;
    const observer = new IntersectionObserver((entries) => {
      setIsInSight(entries.some(({ isIntersecting }) => isIntersecting));
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref]);
  return isInSight;
}

/** The highlights that light the panel under the pointer, or with the focus; empty: no such panel. */
function usePanelPointedAt(): readonly string[] {
  const [litBy, setLitBy] = useState('');
  useEffect(() => {
    const point = ({ target }: Event): void => {
      const panel = target instanceof Element ? target.closest(`[${LIT_BY}]`) : null;
      setLitBy(panel?.getAttribute(LIT_BY) ?? '');
    };
    const ending = new AbortController();
    const options = { signal: ending.signal };
    document.addEventListener('pointerover', point, options);
    document.addEventListener('focusin', point, options);
    return () => ending.abort();
  }, []);
  return litBy === '' ? NONE : litBy.split(' ');
}

const NONE: readonly string[] = [];
