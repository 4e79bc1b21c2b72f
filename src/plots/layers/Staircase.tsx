import { useScene } from '../plane/scene.ts';
import { fadingPath } from '../style/marks.ts';

interface StaircaseProps {
  /** x and y of each place in turn, oldest first. */
  readonly path: ArrayLike<number>;
  readonly colour: string;
}

/** The steps of a sampler, older ones fainter, with a dot where it is now. */
export function Staircase({ path, colour }: StaircaseProps) {
  const { frame, clip } = useScene();
  const count = path.length / 2;
  if (count === 0) return null;
  const x = (place: number) => frame.screenX(path[2 * place]);
  const y = (place: number) => frame.screenY(path[2 * place + 1]);
  return (
    <g clipPath={clip} pointerEvents="none">
      {Array.from({ length: count - 1 }, (_, place) => {
        const { width, opacity } = fadingPath((place + 1) / (count - 1), false);
        return (
          <line
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are told apart by their number
            key={place}
            x1={x(place)}
            y1={y(place)}
            x2={x(place + 1)}
            y2={y(place + 1)}
            stroke={colour}
            strokeWidth={width}
            strokeOpacity={opacity}
          />
        );
      })}
      <circle className="product-mark" r={5} cx={x(count - 1)} cy={y(count - 1)} fill={colour} />
    </g>
  );
}
