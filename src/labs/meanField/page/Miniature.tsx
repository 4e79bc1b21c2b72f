import { useMemo } from 'react';
import { ClusterEllipse } from '../../../plots/layers/ClusterEllipse.tsx';
import { axesOf } from '../../../plots/layers/ellipse.ts';
import { type Latent, latent } from '../../../plots/plane/coordinates.ts';
import { createFrame } from '../../../plots/plane/frame.ts';
import { StillPlane } from '../../../plots/plane/StillPlane.tsx';
import { INFERENCE_LOOK } from '../../../plots/style/inferenceLook.ts';
import { ellipses } from '../../../plots/style/marks.ts';
import { useTheme } from '../../../plots/style/theme.ts';
import result from '../miniature.generated.json';
import '../../../plots/style/plots.css';

const SIDE = 240;
const DOMAIN = { x: 0, y: 0, half: 2.4 };
const MARGIN = { left: 6, right: 6, top: 6, bottom: 6 };
/** Parts of two standard deviations, which is what ellipses show. */
const RINGS = [1, 0.5];

/** The factorised q inside the posterior; made by `npm run models`. */
export default function Miniature() {
  const look = INFERENCE_LOOK[useTheme()];
  const frame = useMemo(() => createFrame<Latent>(SIDE, SIDE, DOMAIN, MARGIN), []);
  const [varianceX, varianceY] = result.deviation.map((deviation) => deviation ** 2);
  const shapes = [
    { colour: look.exact, at: latent(0, 0), xx: 1, xy: result.correlation, yy: 1 },
    {
      colour: look.meanField,
      at: latent(result.mean[0], result.mean[1]),
      ...{ xx: varianceX, xy: 0, yy: varianceY },
    },
  ];
  return (
    <svg
      className="plot"
      viewBox={`0 0 ${SIDE} ${SIDE}`}
      role="img"
      aria-label="A correlated Gaussian as a tilted ellipse, and inside it the round and narrower q of mean field."
    >
      <StillPlane frame={frame}>
        {shapes.map(({ colour, at, xx, xy, yy }) =>
          RINGS.map((ring) => (
            <ClusterEllipse
              key={`${colour} ${ring}`}
              mean={at}
              axes={axesOf({ xx: xx * ring ** 2, xy: xy * ring ** 2, yy: yy * ring ** 2 })}
              colour={colour}
              {...ellipses.miniature}
            />
          )),
        )}
      </StillPlane>
    </svg>
  );
}
