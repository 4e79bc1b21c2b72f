import type { Area } from '../../../../plots/host/PlotHost.tsx';
import type { NetworkSnapshot } from '../../networkSnapshot.ts';
import { type Box, HEAD, ROW } from './graph.ts';
import { StateRow } from './NodeBox.tsx';

interface NodeCardProps {
  readonly snapshot: NetworkSnapshot;
  readonly boxes: ReadonlyMap<number, Box>;
  readonly area: Area;
  /** The node under the pointer or the focus; null for none. */
  readonly hovered: number | null;
}

const WIDTH = 160;
const GAP = 8;
const MOST_STATES = 8;

/** What a small box leaves out of the node that is pointed at: its whole name, its states and numbers. */
export function NodeCard({ snapshot, boxes, area, hovered }: NodeCardProps) {
  const { nodes } = snapshot;
  const index = nodes.findIndex(({ id }) => id === hovered);
  const box = hovered === null ? undefined : boxes.get(hovered);
  if (index < 0 || !box) return null;
  const node = nodes[index];
  const states = node.states.slice(0, MOST_STATES);
  const height = HEAD + ROW * states.length + 4;
  const bottom = area.top + area.height;
  const above = box.y - box.height / 2 - GAP - height;
  const below = box.y + box.height / 2 + GAP;
  const top = below + height <= bottom || above < area.top ? below : above;
  const left = Math.min(area.left + area.width - WIDTH, Math.max(area.left, box.x - WIDTH / 2));
  return (
    // The node says the same to screen readers.
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g className="network-card" aria-hidden="true" transform={`translate(${left} ${top})`}>
      <rect className="network-box" width={WIDTH} height={height} rx={7} />
      <text className="network-name" x={WIDTH / 2} y={15} textAnchor="middle">
        {node.name}
      </text>
      {states.map((state, s) => (
        <g key={state} className="network-state" transform={`translate(0 ${HEAD + ROW * s})`}>
          <StateRow
            {...{ node, state: s, width: WIDTH }}
            q={snapshot.q[index]}
            exact={snapshot.exact?.marginals[index] ?? null}
            evidence={snapshot.evidence[index]}
          />
        </g>
      ))}
    </g>
  );
}
