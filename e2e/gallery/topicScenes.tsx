/** Plots of topics, of made-up numbers. */
import { AncestryPlot } from '../../src/labs/topics/page/ancestry/AncestryPlot.tsx';
import { inOrder } from '../../src/labs/topics/page/ancestry/order.ts';
import { CoursePlot } from '../../src/labs/topics/page/course/CoursePlot.tsx';
import { DocumentSharesPlot } from '../../src/labs/topics/page/document/DocumentSharesPlot.tsx';
import { TopicMapPlot } from '../../src/labs/topics/page/map/TopicMapPlot.tsx';
import type { Scene } from './scenes.tsx';

const NAMES = ['Trade', 'War', 'Islands', 'Topic 4'];
const looks = NAMES.map((name, id) => ({ id, colour: id, name }));
const ignore = () => {};
const pointing = { hovered: null, selected: 1, onHover: ignore, onSelect: ignore };

const seen = (batch: number) => Float64Array.from({ length: 40 }, (_, i) => batch * (i + 1));
const rising = (speed: number) =>
  Float64Array.from({ length: 40 }, (_, i) => -2.8 - 0.4 * Math.exp(-speed * i));

const INDIVIDUALS = 60;
const shares = Float32Array.from({ length: INDIVIDUALS * 3 }, (_, at) => {
  const individual = Math.floor(at / 3);
  const slope = (individual % 20) / 20;
  const main = Math.floor(individual / 20);
  const k = at % 3;
  return k === main ? 1 - 0.7 * slope : k === (main + 1) % 3 ? 0.6 * slope : 0.1 * slope;
});
const labels = Int32Array.from({ length: INDIVIDUALS }, (_, d) => Math.floor(d / 20));

export const topicScenes: readonly Scene[] = [
  {
    name: 'race-of-topics',
    size: { width: 520, height: 240 },
    plot: (
      <CoursePlot
        label="ELBO over the documents seen"
        unit="nats per word"
        decimals={3}
        domainKey={0}
        lines={[
          { name: 'CAVI', colour: '#3b84da', seen: seen(500), values: rising(0.2) },
          { name: 'stochastic', colour: '#c4461a', seen: seen(50), values: rising(0.12) },
          { name: 'K = 1', colour: '#868e96', values: [-3.22] },
        ]}
      />
    ),
  },
  {
    name: 'shares-of-a-document',
    size: { width: 320, height: 130 },
    plot: (
      <DocumentSharesPlot gamma={[12, 30, 0.2, 4]} looks={looks} hovered={null} onHover={ignore} />
    ),
  },
  {
    name: 'map-of-topics',
    size: { width: 320, height: 240 },
    plot: (
      <TopicMapPlot
        mapped={looks.map((look, k) => ({
          look,
          share: 0.1 + 0.08 * k,
          place: [Math.cos(1 + 1.7 * k), Math.sin(1 + 1.7 * k)],
        }))}
        {...pointing}
      />
    ),
  },
  {
    name: 'shares-of-individuals',
    size: { width: 520, height: 110 },
    plot: (
      <AncestryPlot
        label="Shares of 60 individuals"
        shares={shares}
        clusters={looks.slice(0, 3)}
        individuals={inOrder(shares, 3, labels, ['north', 'middle', 'south'])}
        hasNames
        {...pointing}
        selected={25}
      />
    ),
  },
];
