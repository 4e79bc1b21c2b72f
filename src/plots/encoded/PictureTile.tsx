import { useMemo, useRef } from 'react';
import { useElementSize } from '../host/useElementSize.ts';
import type { FieldKind } from '../style/colourMaps.ts';
import { useTheme } from '../style/theme.ts';
import { PictureCanvas } from './PictureCanvas.tsx';
import '../style/plots.css';
import './encoded.css';

export interface PictureTileProps {
  /** Written below. */
  readonly name: string;
  /** side x side values; undefined while there are none. */
  readonly values: Float32Array | undefined;
  readonly side: number;
  readonly kind?: FieldKind | undefined;
  /** The value at the map's far end; 1 by default. */
  readonly high?: number | undefined;
  /** Framed in the colour of the probe. */
  readonly isProbe?: boolean | undefined;
}

const NOTHING = new Float32Array(0);

/** One picture with its name. */
export function PictureTile({ name, values, side, kind, high, isProbe }: PictureTileProps) {
  const theme = useTheme();
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  const width = size?.width ?? 0;
  const pictures = useMemo(() => ({ values: values ?? NOTHING, side }), [values, side]);
  const places = useMemo(() => [{ index: 0, left: 0, top: 0, size: width }], [width]);
  return (
    <figure className="picture-tile" data-probe={isProbe || undefined}>
      <div
        ref={host}
        className="plot picture-square"
        data-theme={theme}
        role="img"
        aria-label={name}
      >
        {size !== null && (
          <PictureCanvas {...{ width, height: width, pictures, places, kind, high }} />
        )}
      </div>
      <figcaption data-export="text">{name}</figcaption>
    </figure>
  );
}
