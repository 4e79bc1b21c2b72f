import { useMemo } from 'react';
import { PictureCanvas } from '../encoded/PictureCanvas.tsx';
import type { Pictures } from '../encoded/pictures.ts';
import { useScene } from '../plane/scene.ts';

export interface DecodedPicturesProps {
  /** Values both coordinates take on the lines of a grid. */
  readonly grid: readonly number[];
  /** A picture for each crossing of the grid, row by row from the smallest y. */
  readonly pictures: Pictures;
}

/** What the decoder makes of every crossing of a grid, painted there. */
export default function DecodedPictures(props: DecodedPicturesProps) {
  const { grid, pictures } = props;
  const { frame } = useScene();
  const places = useMemo(() => {
    const size = (grid[1] - grid[0]) * frame.unit;
    return grid.flatMap((y, row) =>
      grid.map((x, column) => ({
        index: row * grid.length + column,
        left: frame.screenX(x) - size / 2,
        top: frame.screenY(y) - size / 2,
        size,
      })),
    );
  }, [frame, grid]);
  return (
    <PictureCanvas width={frame.width} height={frame.height} pictures={pictures} places={places} />
  );
}
