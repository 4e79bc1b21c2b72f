/** Where the states begin: a cut of the latents after the warm-up, and rounds of variational Bayes. */
import { AutoregressiveStart } from '../../../inference/switchingLinearDynamics/autoregressiveStart.ts';
import {
  collectSwitchingStatistics,
  inferStates,
  type SwitchingInput,
  xStep,
} from '../../../inference/switchingLinearDynamics/forward.ts';
import { cutByPlace } from '../../../inference/switchingLinearDynamics/placeStart.ts';
import {
  createSwitchingWorkspace,
  loadStates,
  type SwitchingWorkspace,
} from '../../../inference/switchingLinearDynamics/workspace.ts';
import type { Random } from '../../../math/random.ts';
import type { NodePotentials } from '../../../networks/nodePotential.ts';
import type { SvaeSldsSettings } from '../settings.ts';
import type { SwitchingDynamics } from './dynamics.ts';

/** Rounds in which networks rest and globals go all the way. */
const ROUNDS = 10;
/** A state with a larger share of the steps has taken all. */
const ALONE = 0.99;
const SWEEPS = { tolerance: 1e-3, mostSweeps: 2 } as const;

/**
 * Cuts the whole series into stretches and fits each state to its own, a piece at a time, so that the
 * caller can answer between pieces. Latents of networks with little training hardly differ between
 * tempos, and one state takes all steps: a later start is then better.
 */
export class StatesStart {
  done = false;
  /** eta of the states, length P; null before `done`, and where states have not begun. */
  private eta: Float64Array | null = null;
  private readonly model: SwitchingDynamics;
  private readonly insists: boolean;
  private readonly workspace: SwitchingWorkspace;
  private readonly input: SwitchingInput;
  /** The cut, while it is under way. */
  private cut: AutoregressiveStart | null = null;
  private round = 0;

  /**
   * @param natural eta of the warm-up, length P
   * @param potentials of all rows; a copy is taken
   * @param insists whether one state may take all
   */
  constructor(
    model: SwitchingDynamics,
    natural: Float64Array,
    potentials: NodePotentials,
    settings: Pick<SvaeSldsSettings, 'restarts' | 'expectedDwell' | 'dynamics'>,
    random: Random,
    insists: boolean,
  ) {
    const { globals } = model;
    const { family, states: K, dimension: d } = globals;
    const { layout } = family;
    const rows = model.responsibilities.length / K;
    const ws = createSwitchingWorkspace(layout, 1, rows);
    this.model = model;
    this.insists = insists;
    this.workspace = ws;
    this.input = {
      windows: 1,
      steps: rows,
      precision: potentials.precision.slice(),
      linear: potentials.linear.slice(),
      stateEvidence: null,
    };
    const expected = new Float64Array(layout.length);
    this.done = !globals.expectedStatistics(natural, expected).ok;
    if (this.done) return;
    loadStates(ws, expected);
    ws.responsibilities.set(model.responsibilities);
    ws.responsibilities.fill(0, (rows - 1) * K);
    this.done = !xStep(ws, this.input).ok;
    if (this.done) return;
    const path = ws.kalman.means.slice(0, rows * d);
    if (settings.dynamics === 'none') cutByPlace(ws, path, random);
    else {
      const { restarts, expectedDwell: dwell } = settings;
      this.cut = new AutoregressiveStart(
        path,
        { dimension: d, states: K, restarts, dwell },
        random,
      );
    }
  }

  /** One round of the cut, or of variational Bayes after it. Nothing after `done`. */
  advance(): void {
    if (this.done) return;
    if (this.cut === null) this.fit();
    else this.goOn(this.cut);
  }

  private goOn(cut: AutoregressiveStart): void {
    cut.advance();
    if (!cut.done) return;
    this.cut = null;
    this.done = cut.score === Number.NEGATIVE_INFINITY;
    const { responsibilities, pairs } = this.workspace.chains[0];
    responsibilities.set(cut.best.responsibilities);
    pairs.set(cut.best.pairs);
  }

  /** A round of variational Bayes on one long window, from the q(z) and q(x) in the workspace. */
  private fit(): void {
    const { workspace: ws, model, input, insists } = this;
    const { globals } = model;
    const eta = new Float64Array(globals.length);
    const expected = new Float64Array(globals.length);
    collectSwitchingStatistics(ws);
    for (let i = 0; i < eta.length; i++) eta[i] = globals.prior[i] + ws.statistics[i];
    // Out of the valid cone there are no states.
    this.done = !globals.expectedStatistics(eta, expected).ok;
    if (this.done) return;
    if (this.round < ROUNDS) {
      this.round += 1;
      loadStates(ws, expected);
      this.done = !inferStates(ws, input, SWEEPS).ok;
      return;
    }
    this.done = true;
    const isAlone =
      globals.states > 1 && Math.max(...globals.stepCounts(eta)) > ALONE * input.steps;
    if (!isAlone || insists) this.eta = eta;
  }

  /**
   * Puts the states into the model, once `done`.
   *
   * @param natural eta of the warm-up, length P: that of the states is changed in place
   * @returns whether states have begun; otherwise nothing has changed
   */
  takeInto(natural: Float64Array): boolean {
    const { eta, model, workspace } = this;
    if (eta === null) return false;
    const { initialAt, dynamicsAt } = workspace.layout;
    // What was learned of the latents that windows begin with stays.
    natural.set(eta.subarray(0, initialAt));
    natural.set(eta.subarray(dynamicsAt), dynamicsAt);
    model.responsibilities.set(workspace.responsibilities);
    model.hasBegun = true;
    return true;
  }
}
