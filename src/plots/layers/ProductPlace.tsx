import { useRef } from 'react';
import { ownText } from '../../datasets/columnUnits.ts';
import type { Gesture } from '../drag/gesture.ts';
import { useGrip } from '../drag/useGrip.ts';
import { type Parameters, parameters, screen } from '../plane/coordinates.ts';
import { insideArea } from '../plane/frame.ts';
import { useHeldInPlane, useScene } from '../plane/scene.ts';
import { clusterKeyAction } from './clusterKeys.ts';

/** A product of two factors, by the mean and the standard deviation of each. */
export interface Product {
  readonly mean: Parameters;
  readonly deviations: readonly [number, number];
}

/** What of it is taken: its mean, or its width along one axis. */
export type ProductGrip = 'mean' | 'x' | 'y';

interface ProductPlaceProps {
  readonly product: Product;
  /** Of the two axes. */
  readonly names: readonly [string, string];
  /** Tells it from another one, in the names of its grips. */
  readonly which?: string;
  readonly colour: string;
  readonly onChange: (gesture: Gesture<Product, ProductGrip>) => void;
}

/** One step of an arrow key, pixels. */
const KEY_STEP = 4;
/** The smallest standard deviation that a grip makes, pixels. */
const SMALLEST = 2;
const SAME = 0.01;
/** Grips of a narrow product keep off its middle, pixels. */
const NEAREST_GRIP = 17;
const HIT_RADIUS = 16;
const GRIPS: readonly ProductGrip[] = ['mean', 'x', 'y'];

/**
 * A product of two factors as a cross: one standard deviation to each side of the mean. Its middle
 * moves the mean, the ends at the right and at the top change the widths; by pointer or by arrow keys.
 */
export function ProductPlace({ product, which, names, colour, onChange }: ProductPlaceProps) {
  const { frame, clip } = useScene<Parameters>();
  const cross = useRef<SVGGElement>(null);
  /** The product with one grip so many pixels further right and down. */
  const pulled = (from: Product, dx: number, dy: number, grip: ProductGrip): Product => {
    const [right, up] = [dx / frame.unit, -dy / frame.unit];
    const least = SMALLEST / frame.unit;
    const [width, height] = from.deviations;
    if (grip === 'mean') {
      return { ...from, mean: parameters(from.mean[0] + right, from.mean[1] + up) };
    }
    return grip === 'x'
      ? { ...from, deviations: [Math.max(least, width + right), height] }
      : { ...from, deviations: [width, Math.max(least, height + up)] };
  };
  const { held, propsOf } = useGrip<Product, ProductGrip>(cross, {
    modelOf: () => ({ at: product }),
    agree: (a, b) =>
      numbersOf(a).every((value, i) => Math.abs(value - numbersOf(b)[i]) * frame.unit < SAME),
    onGesture: onChange,
    pulled,
    keyed(event, from, grip) {
      const action = clusterKeyAction(event.key, event.shiftKey);
      if (action?.kind !== 'move') return undefined;
      return pulled(from, action.dx * KEY_STEP, -action.dy * KEY_STEP, grip);
    },
  });
  useHeldInPlane(held?.active ?? false);
  const shown = held?.at ?? product;
  const { mean, deviations } = shown;
  const [x, y] = frame.toScreen(mean);
  const [reachX, reachY] = [deviations[0] * frame.unit, deviations[1] * frame.unit];
  const ends = {
    mean: [x, y],
    x: [x + Math.max(NEAREST_GRIP, reachX), y],
    y: [x, y - Math.max(NEAREST_GRIP, reachY)],
  } as const;

  const texts = (values: readonly [number, number], isWidth: boolean) =>
    names.map((name, i) => {
      const unit = isWidth ? { ...frame.units[i], offset: 0 } : frame.units[i];
      return `${name} ${ownText(unit, values[i])}`;
    });
  const words = {
    mean: ['Mean of q', `at ${texts(mean, false).join(', ')}; arrow keys move it`],
    x: [`Width of q(${names[0]})`, `standard deviation of ${texts(deviations, true)[0]}`],
    y: [`Width of q(${names[1]})`, `standard deviation of ${texts(deviations, true)[1]}`],
  } as const;
  return (
    <g ref={cross}>
      <g clipPath={clip} pointerEvents="none">
        {(['product-halo', 'product-bar'] as const).map((className) => (
          <path
            key={className}
            className={className}
            stroke={className === 'product-bar' ? colour : undefined}
            d={`M${x - reachX},${y}H${x + reachX}M${x},${y - reachY}V${y + reachY}`}
          />
        ))}
      </g>
      {GRIPS.map((grip) => {
        const [left, top] = insideArea(
          frame,
          frame.fromScreen(screen(ends[grip][0], ends[grip][1])),
        );
        return (
          <g
            key={grip}
            role="button"
            tabIndex={0}
            className="product-grip"
            aria-label={which ? `${words[grip][0]}, ${which}` : words[grip][0]}
            aria-description={`${words[grip][1]}; with Shift further`}
            aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown"
            transform={`translate(${left} ${top})`}
            {...propsOf(grip, shown)}
          >
            <circle className="product-hit" r={grip === 'mean' ? HIT_RADIUS : 0.8 * HIT_RADIUS} />
            <circle className="product-focus" r={HIT_RADIUS - 4} />
            {grip === 'mean' ? (
              <circle className="product-mark" r={6.5} fill={colour} />
            ) : (
              <rect className="product-mark" x={-5} y={-5} width={10} height={10} fill={colour} />
            )}
          </g>
        );
      })}
    </g>
  );
}

const numbersOf = ({ mean, deviations }: Product): readonly number[] => [...mean, ...deviations];
