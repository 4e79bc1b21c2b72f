import { useMemo } from 'react';
import { PixelPictures } from '../pen/PixelPictures.tsx';
import { shadeField } from '../strip/fieldPixels.ts';
import type { FieldKind } from '../style/colourMaps.ts';
import { fieldMap, packedMap } from '../style/colourMaps.ts';
import { useTheme } from '../style/theme.ts';
import type { Pictures, Place } from './pictures.ts';

export interface PictureCanvasProps {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly pictures: Pictures;
  /** Give it a stable identity: the canvas is painted again when it changes. */
  readonly places: readonly Place[];
  /** What the values are: ink, or standard deviations of it. */
  readonly kind?: FieldKind | undefined;
  /** The value at the map's far end; 1 by default. */
  readonly high?: number | undefined;
}

/** Pictures at their places. Purely visual: hidden from assistive technology. */
export function PictureCanvas(props: PictureCanvasProps) {
  const theme = useTheme();
  const { width, height, pictures, places, kind = 'intensity', high = 1 } = props;
  const shaded = useMemo(() => {
    const { side, values } = pictures;
    const shading = { map: packedMap(fieldMap(kind, theme)), low: 0, high };
    const count = side * side;
    return places
      .filter(({ index }) => (index + 1) * count <= values.length)
      .map(({ index, left, top, size }) => {
        const shown = Array.from({ length: count }, (_, pixel) => values[index * count + pixel]);
        const pixels = shadeField(shown, shading);
        return { left, top, width: size, height: size, columns: side, rows: side, pixels };
      });
  }, [pictures, places, kind, high, theme]);
  return <PixelPictures width={width} height={height} pictures={shaded} />;
}
