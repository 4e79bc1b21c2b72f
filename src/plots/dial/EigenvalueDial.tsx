import { useState } from 'react';
import type { Gesture } from '../drag/gesture.ts';
import type { AnyPlotProps } from '../host/PlotHost.tsx';
import { Drawn } from '../layers/Drawn.tsx';
import { roundUp, type SquareDomain } from '../plane/domain.ts';
import type { Frame } from '../plane/frame.ts';
import { Plane } from '../plane/Plane.tsx';
import { arrowBeyond, numberOffsets, placeOnDial } from './dialPlace.ts';
import { EigenvaluePair } from './EigenvaluePair.tsx';
import type { Complex, Eigenvalues, Polar, Turn } from './eigenvalues.ts';
import {
  describeRadius,
  dialPeriods,
  grows,
  membersOf,
  NO_TURN,
  splitEigenvalues,
} from './eigenvalues.ts';
import '../chart/charts.css';
import './dial.css';

export interface EigenvalueDialProps extends AnyPlotProps {
  /** Accessible name. */
  readonly label: string;
  /** Of the transition matrix in use, edits included. */
  readonly eigenvalues: Eigenvalues;
  /** Of the learned matrix while edits are in use: drawn as ghosts. */
  readonly learned?: Eigenvalues | null | undefined;
  /** Turn in use for each pair; a missing entry is none. */
  readonly turns?: readonly (Turn | undefined)[] | undefined;
  /** The pair that carries the slider "Frequency"; null if there is none. */
  readonly selectedPair: number | null;
  readonly onSelectPair: (pair: number) => void;
  /** Whether only the arc around the selected pair is shown, several times larger. */
  readonly isZoomed?: boolean | undefined;
  /** One of several: without what is written around it, and the pair in `--dial-pair`. */
  readonly isSmall?: boolean | undefined;
  /** Factors against what was learned. Without it nothing can be turned. */
  readonly onTurn?: ((gesture: Gesture<Turn, number>) => void) | undefined;
}

const NO_PAIR = 'No complex pair: nothing rotates';
/** Half of the side shown, unless an eigenvalue lies further out; the circle stays large enough to read. */
const ROOM = 1.26;
/** The same with room for the marks, where the circle is small. */
const SMALL_ROOM = 1.6;
const AIR = 1.08;
/** Half of the side shown when zoomed in, and how far from its middle the pair may go. */
const ZOOM = 0.15;
const ZOOM_REACH = 0.75 * ZOOM;
const LARGEST_ROOM = 2.5;
const RIM_LABEL = 15;
/** Half the height of a number and of its width, for each digit: over a small circle an edge would cut it. */
const HALF_LABEL = 6;
const HALF_DIGIT = 3.5;
const COMPLEX = { xLabel: 'real part', yLabel: 'imaginary part' };
const UNNAMED = { xLabel: '', yLabel: '', hasY: false };

/** Eigenvalues in the unit circle. Complex pairs can be turned (frequency) and pushed (damping). */
export function EigenvalueDial(props: EigenvalueDialProps) {
  const { eigenvalues, learned, turns = [], selectedPair, onTurn, isSmall = false } = props;
  const [hint, setHint] = useState<string | null>(null);
  // What is shown must not change under the hand.
  const [heldDomain, setHeldDomain] = useState<SquareDomain | null>(null);
  const { pairs, reals } = splitEigenvalues(eigenvalues);
  const ghosts = learned == null ? null : splitEigenvalues(learned);
  const reach = Math.max(0, ...pairs.map(({ radius }) => radius), ...reals.map(Math.abs));
  const room = isSmall ? SMALL_ROOM : ROOM;
  const isNear = reach * AIR <= room || !Number.isFinite(reach);
  const fitted = isNear ? room : Math.min(LARGEST_ROOM, roundUp(reach * AIR));
  const whole = { x: 0, y: 0, half: fitted };
  const near = useZoom(props.isZoomed && selectedPair !== null ? pairs[selectedPair] : undefined);
  const domain = heldDomain ?? near ?? whole;
  const note = hint ?? (pairs.length === 0 && reals.length > 0 ? NO_PAIR : null);

  return (
    <div className="dynamics-square" role="group" aria-label={props.label}>
      <Plane
        of={isSmall ? UNNAMED : COMPLEX}
        domain={domain}
        isSmall={isSmall}
        placeholder={props.placeholder}
      >
        <Drawn<Complex>>
          {(frame, clip) => {
            const members = pairs.map((pair) =>
              membersOf(pair).map((member) => placeOnDial(frame, member)),
            );
            const numbers = numberOffsets(
              members.map(([above]) => above),
              [
                ...members.map(([, below]) => below),
                ...reals.map((value) => placeOnDial(frame, [value, 0])),
              ],
            );
            return (
              <>
                <UnitCircle frame={frame} clip={clip} isBare={isSmall} />
                {ghosts?.reals.map((value) => (
                  <path
                    key={value}
                    className="eigenvalue-ghost"
                    clipPath={clip}
                    d={crossAt(frame, value, 0)}
                    aria-hidden="true"
                  />
                ))}
                <g role="list" aria-label="Real eigenvalues">
                  {reals.map((value, index) => (
                    <RealEigenvalue
                      // biome-ignore lint/suspicious/noArrayIndexKey: equal values may occur; the order is the engine's
                      key={index}
                      frame={frame}
                      value={value}
                      onHint={setHint}
                    />
                  ))}
                </g>
                <g role="group" aria-label="Complex pairs">
                  {pairs.map((pair, index) => (
                    <EigenvaluePair
                      // biome-ignore lint/suspicious/noArrayIndexKey: the pair is the item
                      key={index}
                      frame={frame}
                      clip={clip}
                      index={index}
                      pair={pair}
                      number={isSmall ? null : numbers[index]}
                      ghost={ghosts?.pairs[index] ?? null}
                      turn={turns[index] ?? NO_TURN}
                      selected={index === selectedPair}
                      onSelect={() => props.onSelectPair(index)}
                      isRead={!isSmall}
                      waitsAtEdge={near !== null}
                      onHold={(isHeld) => setHeldDomain(isHeld ? domain : null)}
                      onTurn={onTurn && ((gesture) => onTurn({ ...gesture, target: index }))}
                    />
                  ))}
                </g>
                {note !== null && !isSmall && (
                  <text
                    className="plot-note"
                    x={frame.area.left + frame.area.width / 2}
                    y={frame.area.top + frame.area.height - 8}
                    textAnchor="middle"
                  >
                    {note}
                  </text>
                )}
              </>
            );
          }}
        </Drawn>
      </Plane>
    </div>
  );
}

/** The surroundings of a pair, which move only when it comes near their border; null without a pair. */
function useZoom(pair: Polar | undefined): SquareDomain | null {
  const [domain, setDomain] = useState<SquareDomain | null>(null);
  if (pair === undefined) {
    if (domain !== null) setDomain(null);
    return null;
  }
  const [[x, y]] = membersOf(pair);
  const isInside =
    domain !== null && Math.max(Math.abs(x - domain.x), Math.abs(y - domain.y)) <= ZOOM_REACH;
  if (isInside) return domain;
  const moved = { x, y, half: ZOOM };
  setDomain(moved);
  return moved;
}

/** Radii of the circle, in pixels, from which there is room for the name of the periods, and for words at all. */
const LEAST_NAMED = 90;
const LEAST_SAID = 64;

interface UnitCircleProps {
  readonly frame: Frame<Complex>;
  readonly clip: string;
  /** Periods alone, without words. */
  readonly isBare: boolean;
}

/** The circle, what lies outside it, and periods around it like hours around a clock. */
function UnitCircle({ frame, clip, isBare }: UnitCircleProps) {
  const { area, unit } = frame;
  const [cx, cy] = [frame.screenX(0), frame.screenY(0)];
  const outside = `M${area.left},${area.top}h${area.width}v${area.height}h${-area.width}zM${cx - unit},${cy}a${unit},${unit} 0 1 0 ${2 * unit},0a${unit},${unit} 0 1 0 ${-2 * unit},0z`;
  return (
    <g aria-hidden="true" pointerEvents="none" clipPath={clip}>
      <path className="dial-outside" d={outside} fillRule="evenodd" />
      <circle className="dial-circle" cx={cx} cy={cy} r={unit} />
      {(isBare ? dialPeriods(0) : dialPeriods(unit)).map((period) => {
        const angle = (2 * Math.PI) / period;
        const [c, s] = [Math.cos(angle), -Math.sin(angle)];
        const [x, y] = [cx + c * (unit + RIM_LABEL), cy + s * (unit + RIM_LABEL)];
        const toSide = Math.min(x - area.left, area.left + area.width - x);
        const fits =
          Math.abs(y - area.top) >= HALF_LABEL && toSide >= HALF_DIGIT * `${period}`.length;
        return (
          <g key={period}>
            <line
              className="dial-tick"
              x1={cx + c * (unit - 4)}
              x2={cx + c * (unit + 4)}
              y1={cy + s * (unit - 4)}
              y2={cy + s * (unit + 4)}
            />
            {fits && (
              <text className="plot-tick" x={x} y={y} dy="0.34em" textAnchor="middle">
                {period}
              </text>
            )}
          </g>
        );
      })}
      {!isBare && unit >= LEAST_SAID && (
        <>
          <text
            className="plot-tick"
            x={area.left + area.width - 6}
            y={area.top + 14}
            textAnchor="end"
          >
            grows
          </text>
          <text className="plot-tick dial-region" x={cx - unit * 0.45} y={cy + unit * 0.55}>
            decays
          </text>
          {/* In a small circle it would lie on the periods. */}
          {unit >= LEAST_NAMED && (
            <text className="plot-tick" x={area.left + 6} y={area.top + 14}>
              period / steps
            </text>
          )}
        </>
      )}
    </g>
  );
}

const crossAt = (frame: Frame<Complex>, x: number, y: number): string =>
  `M${frame.screenX(x)},${frame.screenY(y)}m-3.5,-3.5l7,7m0,-7l-7,7`;

interface RealEigenvalueProps {
  readonly frame: Frame<Complex>;
  readonly value: number;
  readonly onHint: (hint: string | null) => void;
}

const CANNOT_TURN = 'A real eigenvalue has no angle to turn';

/** A mode without a frequency: it can only be looked at. */
function RealEigenvalue({ frame, value, onHint }: RealEigenvalueProps) {
  const place = placeOnDial(frame, [value, 0]);
  return (
    <g
      role="listitem"
      className="eigenvalue-real"
      data-grows={grows(value)}
      transform={`translate(${place.x} ${place.y})`}
      aria-label={`Real eigenvalue ${value.toFixed(3)}, ${describeRadius(value)}. ${CANNOT_TURN}.`}
      onPointerEnter={() => onHint(`${value.toFixed(3)}. ${CANNOT_TURN}`)}
      onPointerDown={() => onHint(`${value.toFixed(3)}. ${CANNOT_TURN}`)}
      onPointerLeave={() => onHint(null)}
    >
      <circle className="eigenvalue-hit" r={10} data-export="skip" />
      {/* Narrow, for they often stand side by side. */}
      <path d="M0,-6l3.5,6l-3.5,6l-3.5,-6z" />
      {place.isBeyond && <path className="eigenvalue-beyond" d={arrowBeyond(place)} />}
    </g>
  );
}
