import { stageNames, type TrickStage } from './frames.ts';
import styles from './Trick.module.css';

const NODES = {
  y: { at: [22, 76], name: 'y' },
  mean: { at: [104, 46], name: 'μ' },
  spread: { at: [104, 106], name: 'σ' },
  noise: { at: [186, 132], name: 'ε' },
  x: { at: [186, 76], name: 'x' },
  decoded: { at: [266, 76], name: 'p(y|x)' },
  objective: { at: [340, 76], name: 'L' },
} as const;

type Node = keyof typeof NODES;

interface Edge {
  readonly from: Node;
  readonly to: Node;
  /** The stage that goes along it. */
  readonly stage: TrickStage;
  /** Whether a gradient comes back. */
  readonly isSmooth: boolean;
}

const EDGES: readonly Edge[] = [
  { from: 'y', to: 'mean', stage: 'encode', isSmooth: true },
  { from: 'y', to: 'spread', stage: 'encode', isSmooth: true },
  { from: 'mean', to: 'x', stage: 'sample', isSmooth: true },
  { from: 'spread', to: 'x', stage: 'sample', isSmooth: true },
  { from: 'noise', to: 'x', stage: 'sample', isSmooth: false },
  { from: 'x', to: 'decoded', stage: 'decode', isSmooth: true },
  { from: 'decoded', to: 'objective', stage: 'objective', isSmooth: true },
];

const ORDER = Object.keys(stageNames);
/** The stage in which each node has its value. */
const KNOWN_FROM: Readonly<Record<Node, TrickStage>> = {
  y: 'encode',
  mean: 'encode',
  spread: 'encode',
  noise: 'noise',
  x: 'sample',
  decoded: 'decode',
  objective: 'objective',
};
const HEIGHT = 24;
const widthOf = (name: string) => (name.length > 1 ? 56 : 28);

/** From the border of one node to that of the other, CSS pixels of the view box. */
function ends({ from, to }: Edge) {
  const [a, b] = [NODES[from], NODES[to]];
  const [dx, dy] = [b.at[0] - a.at[0], b.at[1] - a.at[1]];
  const length = Math.hypot(dx, dy);
  const border = (name: string) =>
    Math.min(
      widthOf(name) / 2 / Math.abs(dx / length || 1e-9),
      HEIGHT / 2 / Math.abs(dy / length || 1e-9),
    ) + 3;
  const [start, end] = [border(a.name) / length, 1 - border(b.name) / length];
  return {
    x1: a.at[0] + dx * start,
    y1: a.at[1] + dy * start,
    x2: a.at[0] + dx * end,
    y2: a.at[1] + dy * end,
  };
}

interface TrickGraphProps {
  readonly stage: TrickStage;
  /** What noise is multiplied by is a triangular matrix F in place of deviations. */
  readonly isFull: boolean;
}

/** What depends on what: forwards as far as one has come, and the way the gradients take back. */
export function TrickGraph({ stage, isFull }: TrickGraphProps) {
  const spread = isFull ? 'F' : 'sigma';
  const isBack = stage === 'gradients';
  const reached = ORDER.indexOf(stage);
  const state = (since: TrickStage) =>
    ORDER.indexOf(since) < reached ? 'past' : since === stage ? 'now' : 'ahead';
  return (
    <div className="plot" data-shrinks>
      <svg
        className={styles.graph}
        viewBox="0 0 364 152"
        role="img"
        aria-label={
          isBack
            ? `Gradients flow from the objective L through p of y given x and the sample x back to mu and ${spread} and on to the encoder; none flows to epsilon.`
            : `y gives mu and ${spread}; with the noise epsilon they give x; x gives p of y given x and the objective L. The KL leads from mu and ${spread} straight to L.`
        }
      >
        <defs>
          <Head id="trick-head" className={styles.head} />
          <Head id="trick-back" className={styles.backHead} />
        </defs>
        <rect className={styles.both} x={82} y={26} width={44} height={100} rx={8} />
        <KlEdge isBack={isBack} state={state('objective')} />
        {EDGES.map((edge) => {
          const goesBack = isBack && edge.isSmooth;
          return (
            <line
              key={`${edge.from} ${edge.to}`}
              className={styles.edge}
              data-state={goesBack ? 'back' : isBack ? 'past' : state(edge.stage)}
              {...ends(edge)}
              {...(goesBack
                ? { markerStart: 'url(#trick-back)' }
                : { markerEnd: 'url(#trick-head)' })}
            />
          );
        })}
        {isBack && <path className={styles.blocked} d="M180 100l12 8M192 100l-12 8" />}
        {(Object.keys(NODES) as Node[]).map((node) => {
          const { at, name } = NODES[node];
          const width = widthOf(name);
          return (
            <g key={node} className={styles.node} data-state={state(KNOWN_FROM[node])}>
              <rect
                x={at[0] - width / 2}
                y={at[1] - HEIGHT / 2}
                width={width}
                height={HEIGHT}
                rx={node === 'noise' ? HEIGHT / 2 : 4}
              />
              <text x={at[0]} y={at[1]} dy="0.34em" textAnchor="middle">
                {isFull && node === 'spread' ? 'F' : name}
              </text>
            </g>
          );
        })}
        <text className={styles.note} x={210} y={136}>
          {isBack ? 'no gradient' : 'N(0, I)'}
        </text>
      </svg>
    </div>
  );
}

interface HeadProps {
  readonly id: string;
  readonly className: string | undefined;
}

/** The head of an arrow. */
const Head = ({ id, className }: HeadProps) => (
  <marker
    id={id}
    viewBox="0 0 8 8"
    refX="7"
    refY="4"
    markerUnits="userSpaceOnUse"
    markerWidth="9"
    markerHeight="9"
    orient="auto-start-reverse"
  >
    <path className={className} d="M0 0L8 4L0 8Z" />
  </marker>
);

interface KlEdgeProps {
  readonly isBack: boolean;
  readonly state: string;
}

/** The KL needs no sample: it leads from mean and deviation past all the rest. */
function KlEdge({ isBack, state }: KlEdgeProps) {
  return (
    <>
      <path
        className={styles.edge}
        data-state={isBack ? 'back' : state}
        d="M104 23C120 -2 330 -2 340 61"
        {...(isBack ? { markerStart: 'url(#trick-back)' } : { markerEnd: 'url(#trick-head)' })}
      />
      <text className={styles.note} x={222} y={26} textAnchor="middle">
        −β · KL
      </text>
    </>
  );
}
