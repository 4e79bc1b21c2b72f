import { type KeyboardEvent, memo, useRef, useState } from 'react';
import { PlotHost, usePlotHost } from '../host/PlotHost.tsx';
import { type Layout, layoutOf, type PlacedEdge } from './layout.ts';
import type { LiveNode } from './livePicture.ts';
import { type PlateModel, symbolPieces } from './plateModel.ts';
import { SmallPicture } from './SmallPicture.tsx';
import type { PlacedNode, PlacedSymbol } from './writtenSymbols.ts';
import './diagram.css';

export interface PlateDiagramProps {
  readonly model: PlateModel;
  readonly label: string;
  /** What nodes show now, by their ids. */
  readonly live: Readonly<Record<string, LiveNode>>;
  /** How many there are on a plate, by its id, where that is known. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Nodes that are lit, from wherever they were pointed at. */
  readonly lit: readonly string[];
  readonly pinned?: string | null;
  /** A node is pointed at or has the focus; null when no more. */
  readonly onPoint: (id: string | null) => void;
  /** A node is chosen. */
  readonly onPin: (id: string) => void;
  /** The id of the element that says what the lit node shows. */
  readonly describedBy?: string | undefined;
}

/** More than this the diagram is not enlarged. */
const LARGEST_SCALE = 1.6;

/** A graphical model with plates; each node shows its distribution as it is now. */
export function PlateDiagram(props: PlateDiagramProps) {
  const { model, live, counts = {}, lit, pinned = null, label } = props;
  const layout = layoutOf(model);
  const host = usePlotHost();
  const [stop, setStop] = useState<string | null>(null);
  const elements = useRef(new Map<string, SVGGElement>());
  const isStop = (id: string): boolean =>
    id === (layout.nodes.some((node) => node.id === stop) ? stop : layout.nodes[0]?.id);
  const area = host.size && { left: 0, top: 0, ...host.size };
  return (
    <PlotHost host={host} className="plate-diagram" label={label} area={area}>
      <g transform={area ? placement(area, layout) : undefined}>
        <Lines layout={layout} counts={counts} lit={lit} />
        {layout.nodes.map((node) => (
          <g
            key={node.id}
            ref={(element) => {
              if (element) elements.current.set(node.id, element);
              else elements.current.delete(node.id);
            }}
            role="button"
            tabIndex={isStop(node.id) ? 0 : -1}
            className="model-node"
            data-kind={kindNow(node, live[node.id])}
            data-lit={lit.includes(node.id) || undefined}
            aria-label={`${node.name}, ${KINDS[kindNow(node, live[node.id])]}`}
            aria-pressed={node.id === pinned}
            aria-describedby={props.describedBy}
            aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown"
            onPointerEnter={() => props.onPoint(node.id)}
            onPointerLeave={() => props.onPoint(null)}
            onFocus={() => {
              setStop(node.id);
              props.onPoint(node.id);
            }}
            onBlur={() => props.onPoint(null)}
            onClick={() => props.onPin(node.id)}
            onKeyDown={(event: KeyboardEvent) => {
              if (event.key === 'Enter' || event.key === ' ') {
                event.preventDefault();
                props.onPin(node.id);
              }
              const next = neighbour(layout, node, event.key);
              if (next === undefined) return;
              event.preventDefault();
              if (next) elements.current.get(next.id)?.focus();
            }}
          >
            <NodeMark node={node} live={live[node.id]} />
          </g>
        ))}
      </g>
    </PlotHost>
  );
}

const kindNow = ({ kind }: PlacedNode, live: LiveNode | undefined) =>
  live?.isUnobserved ? 'latent' : kind;

/** What the shape of a node says, in words. */
const KINDS = {
  observed: 'observed',
  latent: 'latent',
  learned: 'learned value',
  network: 'network',
  fixed: 'set value',
} as const;

function placement(
  { width, height }: { readonly width: number; readonly height: number },
  layout: Layout,
): string {
  const scale = Math.min(LARGEST_SCALE, width / layout.width, height / layout.height);
  return `translate(${(width - scale * layout.width) / 2} ${(height - scale * layout.height) / 2}) scale(${scale})`;
}

interface LinesProps {
  readonly layout: Layout;
  readonly counts: Readonly<Record<string, number>>;
  readonly lit: readonly string[];
}

/** Plates and edges. Those of a lit node are lit with it. */
const Lines = memo(function Lines({ layout, counts, lit }: LinesProps) {
  const isLit = ({ edge }: PlacedEdge): boolean =>
    [edge.from, edge.to, edge.by].some((id) => id !== undefined && lit.includes(id));
  return (
    <g aria-hidden="true">
      {layout.plates.map(({ id, x, y, width, height, symbol, corner }) => (
        <g key={id}>
          <rect className="model-plate" x={x} y={y} width={width} height={height} rx={8} />
          <MathText
            className="model-count"
            symbol={{
              ...(corner === 'right'
                ? { x: x + width - 8, anchor: 'end' }
                : { x: x + 8, anchor: 'start' }),
              y: y + height - 9,
              pieces: symbolPieces(counts[id] === undefined ? symbol : `${symbol} = ${counts[id]}`),
            }}
          />
        </g>
      ))}
      {layout.edges.map((placed) => (
        <g
          key={`${placed.edge.from} ${placed.edge.by} ${placed.edge.to}`}
          className="model-edge"
          data-inference={placed.edge.isInference}
          data-cut={placed.edge.isCut}
          data-lit={isLit(placed) || undefined}
        >
          <path className="model-line" d={placed.line} />
          {placed.head !== '' && !placed.edge.isCut && (
            <polygon className="model-head" points={placed.head} />
          )}
        </g>
      ))}
    </g>
  );
});

interface NodeMarkProps {
  readonly node: PlacedNode;
  readonly live: LiveNode | undefined;
}

const NodeMark = memo(function NodeMark({ node, live }: NodeMarkProps) {
  const { kind, x, y, radius } = node;
  return (
    <>
      <circle className="model-hit" cx={x} cy={y} r={Math.max(radius, 16)} />
      <Outline node={node} className="model-focus" beyond={FOCUS} />
      <Outline node={node} className="model-shape" />
      {kind === 'network' && (
        <g className="model-network" transform={`translate(${x} ${y})`}>
          <path d={NETWORK.map(([from, to]) => `M-6,${from}L6,${to}`).join('')} />
          {UNITS.map(([across, down]) => (
            <circle key={`${across} ${down}`} cx={across} cy={down} r={2} />
          ))}
        </g>
      )}
      {live?.picture && (
        <SmallPicture
          picture={live.picture}
          x={x}
          y={y}
          half={(isRound(kind) ? 0.66 : 0.76) * radius}
        />
      )}
      <MathText className="model-symbol" symbol={node.written} />
    </>
  );
});

/** Between a shape and the ring of the focus: less than to the symbol of the node. */
const FOCUS = 3;

interface OutlineProps {
  readonly node: PlacedNode;
  readonly className: string;
  /** Outside the shape. */
  readonly beyond?: number;
}

/** A circle, or a square with round corners. */
function Outline({ node: { kind, x, y, radius }, className, beyond = 0 }: OutlineProps) {
  const half = radius + beyond;
  if (isRound(kind)) return <circle className={className} cx={x} cy={y} r={half} />;
  return (
    <rect
      className={className}
      {...{ x: x - half, y: y - half, width: 2 * half, height: 2 * half }}
      rx={(kind === 'network' ? 3 : 6) + beyond}
    />
  );
}

const isRound = (kind: PlacedNode['kind']): boolean => kind !== 'learned' && kind !== 'network';

/** A network, as a sign: three units, each connected to two. */
const UNITS = [-6, 0, 6].map((down) => [-6, down]).concat([-3.5, 3.5].map((down) => [6, down]));
const NETWORK = [-6, 0, 6].flatMap((from) => [-3.5, 3.5].map((to) => [from, to]));

/** How far letters stand below the middle of their line, and lowered ones below these; pixels. */
const BASE = 6;
const LOWERED = 5;

/** In the typeface of the formulas, set as text, so that pictures can be saved with it. */
function MathText(props: { readonly className: string; readonly symbol: PlacedSymbol }) {
  const { x, y, anchor, pieces } = props.symbol;
  return (
    <text
      className={props.className}
      x={x}
      y={y + BASE}
      textAnchor={anchor}
      fontFamily="KaTeX_Main, 'Source Serif 4 Variable', Georgia, serif"
    >
      {pieces.map(({ text, isLowered, isItalic }, index) => (
        <tspan
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a symbol stay
          key={index}
          dy={LOWERED * (Number(isLowered) - Number(pieces[index - 1]?.isLowered ?? false))}
          className={isLowered ? 'model-lowered' : undefined}
          {...(isItalic && {
            fontFamily: "KaTeX_Math, 'Source Serif 4 Variable', Georgia, serif",
            fontStyle: 'italic',
          })}
        >
          {text}
        </tspan>
      ))}
    </text>
  );
}

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The nearest node in the direction of an arrow key; null: none, undefined: another key. */
function neighbour(
  { nodes }: Layout,
  from: PlacedNode,
  key: string,
): PlacedNode | null | undefined {
  const direction = DIRECTIONS[key];
  if (!direction) return undefined;
  const [across, down] = direction;
  let nearest: PlacedNode | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const [dx, dy] = [node.x - from.x, node.y - from.y];
    const ahead = across * dx + down * dy;
    const aside = Math.abs(across * dy) + Math.abs(down * dx);
    if (ahead < 1 || ahead + 2 * aside >= least) continue;
    least = ahead + 2 * aside;
    nearest = node;
  }
  return nearest;
}
