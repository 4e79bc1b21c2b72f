import { cloudX, cloudY } from '../plane/coordinates.ts';
import { painted } from '../plane/layer.ts';
import { useScene } from '../plane/scene.ts';
import { lines } from '../style/marks.ts';
import { type PlottedOutline, topOf } from './outlines.ts';

interface OutlinesProps {
  readonly outlines: readonly PlottedOutline[];
  /** Of those without a cluster; that of observations unless given. */
  readonly colour?: string | undefined;
}

/** Closed curves around clusters. */
export const ClusterOutlines = painted<OutlinesProps>((pen, frame, style, { outlines, colour }) => {
  for (const { cluster, cloud } of outlines) {
    pen.begin();
    for (let i = 0; i <= cloud.count; i++) {
      const x = frame.screenX(cloudX(cloud, i % cloud.count));
      const y = frame.screenY(cloudY(cloud, i % cloud.count));
      if (i === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    }
    const own = cluster === null ? (colour ?? style.ink.observation) : style.colour(cluster);
    pen.stroke({ ...lines.outline, colour: own });
  }
});

interface OutlineNameProps {
  readonly outline: PlottedOutline;
  readonly name: string;
}

/** What an outline is of, written at its top. */
export function OutlineName({ outline, name }: OutlineNameProps) {
  const { frame, clip } = useScene();
  const [x, y] = topOf(frame, outline);
  return (
    <text
      className="faint-name"
      clipPath={clip}
      pointerEvents="none"
      x={x}
      y={Math.max(y - 5, frame.area.top + 12)}
      textAnchor="middle"
      aria-hidden="true"
    >
      {name}
    </text>
  );
}
