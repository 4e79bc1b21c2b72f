import { describe, expect, it, vi } from 'vitest';
import { emTable } from '../labs/em/settings.ts';
import type { Checkpoint, ObjectiveTerms } from '../labs/engine.ts';
import '../labs/allLabs.ts';
import { labNamed } from '../labs/registry.ts';
import { svaeGmmTable } from '../labs/svaeGmm/settings.ts';
import { svaeLdsTable } from '../labs/svaeLds/settings.ts';
import { vaeTable } from '../labs/vae/settings.ts';
import type { SessionClient, SessionListener } from '../session/client.ts';
import type { Frame, LiveRequest, RunRequest } from '../session/protocol.ts';
import { NO_HISTORY } from '../session/trainingLog.ts';
import { defaultValues } from '../settings/values.ts';
import { LabController } from './controller.ts';
import { createDocumentStore, fromSeed, isShipped, type LabDocument } from './document.ts';
import { HiddenTab } from './hiddenTab.ts';
import type { Message } from './messages.ts';
import { createRunStore } from './run.ts';
import { PLAIN_VIEW, viewEntry } from './view.ts';

function checkpointAt(step: number): Checkpoint {
  return {
    step,
    arrays: { parameters: Float32Array.of(step) },
  };
}

/** A checkpoint at this step fits no model. */
const MISFIT = 666;

/** An edit that no model can hold. */
const IMPOSSIBLE = { kind: 'removeCluster', cluster: 8 };
const isImpossible = (edit: unknown) => (edit as typeof IMPOSSIBLE).cluster === 8;

const bound = (total: number): ObjectiveTerms => ({
  total,
  reconstruction: 0,
  localKl: 0,
  globalKl: 0,
});

/** A session whose state is its step count; every call is recorded. */
class FakeSession {
  readonly opened: RunRequest[] = [];
  live: LiveRequest | null = null;
  readonly editsSet: (readonly unknown[])[] = [];
  readonly settingsSet: unknown[] = [];
  readonly played: unknown[] = [];
  readonly asked: string[] = [];
  stepSeconds = 0;
  /** Milliseconds until a lab is open. */
  openingTime = 0;
  /** When another backend is ready. */
  arrival: Promise<void> = Promise.resolve();
  step = 0;
  /** The first frame overtakes the word that the lab is open, as messages of a worker can. */
  framesFirst = false;
  readonly listener: SessionListener;

  constructor(listener: SessionListener) {
    this.listener = listener;
  }

  async open(request: RunRequest) {
    this.opened.push(request);
    this.live = request;
    if (this.openingTime > 0) await new Promise((done) => setTimeout(done, this.openingTime));
    if (request.settings.dataset === 'own') throw new Error('There are no own points yet.');
    if (request.checkpoint?.step === MISFIT) throw new Error('It has 3 numbers, not 4.');
    this.step = request.checkpoint?.step ?? 0;
    if (this.framesFirst) this.frame({});
    else setTimeout(() => this.frame({}));
    return {
      run: request.run,
      dataset: { name: 'fake', rows: 1 },
      backend: { backend: 'cpu', measured: {}, notes: [] },
      edits: request.edits.filter((edit) => !isImpossible(edit)),
      refusals: request.edits.some(isImpossible) ? ['There is no cluster 9.'] : [],
      stepSeconds: this.stepSeconds,
    };
  }

  async refusal({ checkpoint }: RunRequest) {
    return checkpoint?.step === MISFIT ? 'It has 3 numbers, not 4.' : null;
  }

  frame(change: Partial<Frame>) {
    this.listener.onFrame({
      run: this.opened.length,
      step: this.step,
      playing: false,
      order: this.live?.training?.order ?? 0,
      objective: null,
      learnedObjective: null,
      isObjectivePending: false,
      stepsPerSecond: 0,
      backend: 'cpu',
      history: NO_HISTORY,
      snapshot: { kind: `after step ${this.step}` },
      breakdown: null,
      ...change,
    });
  }

  async follow(live: LiveRequest) {
    const { live: before } = this;
    this.live = live;
    if (live.edits !== before?.edits) this.editsSet.push(live.edits);
    if (live.settings !== before?.settings) this.settingsSet.push(live.settings);
    const { training } = live;
    if (training === null || training.order === before?.training?.order) return null;
    if (training.steps === null) this.played.push(training.speed);
    else this.step += training.steps;
    return null;
  }
  async finished() {
    this.frame({});
  }
  async save() {
    return checkpointAt(this.step);
  }
  async bound() {
    this.asked.push('bound');
    return { objective: bound(-7), learnedObjective: bound(-5) };
  }
  ask<Answer>(question: (api: this) => Promise<Answer>) {
    return question(this);
  }
  async bakeEdits() {}
  async switchBackend() {
    this.asked.push('switch');
    await this.arrival;
    return { backend: 'wasm', measured: {}, notes: [] };
  }
  async currentFrame() {
    this.asked.push('frame');
  }
}

async function started(change: Partial<LabDocument> = {}) {
  const messages: Message[] = [];
  const run = createRunStore();
  let session: FakeSession | null = null;
  const controller = new LabController({
    document: createDocumentStore({
      lab: 'svae-gmm',
      settings: defaultValues(svaeGmmTable),
      seed: 1,
      edits: [],
      ownData: null,
      origin: fromSeed(),
      ...change,
    }),
    run,
    connect: (listener) => {
      session = new FakeSession(listener);
      return session as unknown as SessionClient;
    },
    labNamed,
    tell: (message) => messages.push(message),
    withdraw: (id) =>
      messages.splice(0, messages.length, ...messages.filter((message) => message.id !== id)),
  });
  await controller.start();
  return { controller, run, messages, session: session as unknown as FakeSession };
}

const remove = (cluster: number) => ({ kind: 'removeCluster', cluster });

describe('LabController', () => {
  it('is ready when the first frame has come', async () => {
    const { run } = await started();
    expect(run.getState()).toMatchObject({ phase: 'ready', step: 0, dataset: { name: 'fake' } });
  });

  it('is ready, too, when the first frame comes before the word that it is open', async () => {
    const { controller, session, run } = await started();
    session.framesFirst = true;
    await controller.changeSettings({ clusters: 7 });
    expect(run.getState()).toMatchObject({ phase: 'ready', runId: 2 });
  });

  it('keeps of the view what differs from the page', async () => {
    const { controller, run } = await started();
    controller.setFlags({ grid: true, links: false });
    expect(run.getState().view.flags).toEqual({ grid: true, links: false });
    controller.setFlags({ grid: null });
    expect(run.getState().view.flags).toEqual({ links: false });
  });

  it('knows what was opened or brought back from what has been done to it here', async () => {
    const { controller, run } = await started();
    const acts = [
      () => controller.step(),
      () => controller.editing.put([remove(1)]),
      () => controller.changeSettings({ learningRate: 0.001 }),
    ];
    for (const act of acts) {
      run.setState({ isGiven: true });
      await controller.replay(5);
      expect(run.getState().isGiven).toBe(true);
      await act();
      expect(run.getState().isGiven).toBe(false);
    }
    for (const restore of [() => controller.undo(), () => controller.redo()]) {
      run.setState({ isGiven: false });
      await restore();
      expect(run.getState().isGiven).toBe(true);
    }
  });

  it('brings a run back when a reset is undone, and starts over when it is redone', async () => {
    const { controller, session, run } = await started();
    await controller.train(50);
    await controller.reset();
    expect(run.getState().step).toBe(0);
    await controller.undo();
    expect(session.opened[session.opened.length - 1].checkpoint?.step).toBe(50);
    expect(run.getState().step).toBe(50);
    await controller.redo();
    expect(run.getState().step).toBe(0);
  });

  it('brings the course of the bound back with a run', async () => {
    const { controller, session, run } = await started();
    await controller.train(3);
    const values = [7, 8, 9];
    const terms = { total: values, reconstruction: values, localKl: values, globalKl: values };
    session.frame({ history: { ...NO_HISTORY, step: [1, 2, 3], terms } });
    session.framesFirst = true;
    await controller.changeSeed(5);
    session.frame({ history: { ...NO_HISTORY, fromStart: true } });
    expect(run.getState().history.step).toHaveLength(0);
    await controller.undo();
    expect([...run.getState().history.terms.total]).toEqual(values);
  });

  it('asks nothing of a session that is between two backends', async () => {
    const { controller, session } = await started();
    let arrive = (): void => undefined;
    session.arrival = new Promise((resolve) => {
      arrive = resolve;
    });
    const switching = controller.backends.switchTo('wasm');
    await vi.waitFor(() => expect(session.asked).toEqual(['switch']));
    const looked = controller.currentFrame();
    await new Promise((resolve) => setTimeout(resolve));
    expect(session.asked).toEqual(['switch']);
    arrive();
    await Promise.all([switching, looked]);
    expect(session.asked).toEqual(['switch', 'frame']);
  });

  it('keeps training when a live setting changes, starts again for others', async () => {
    const { controller, session } = await started();
    await controller.train(10);
    await controller.changeSettings({ learningRate: 0.001 });
    expect(session.opened).toHaveLength(1);
    expect(session.settingsSet).toHaveLength(1);
    await controller.changeSettings({ clusters: 7 });
    expect(session.opened).toHaveLength(2);
    expect(session.opened[1]).toMatchObject({ checkpoint: null, settings: { clusters: 7 } });
    await controller.undo();
    expect(session.opened[2].checkpoint?.step).toBe(10);
  });

  it('shows a changed setting at once, and loses none of two changed together', async () => {
    const { controller, session } = await started();
    await controller.train(10);
    const both = [
      controller.changeSettings({ clusters: 7 }),
      controller.changeSettings({ arms: 3 }),
    ];
    expect(controller.effective().settings.arms).toBe(3);
    await Promise.all(both);
    expect(controller.effective().settings).toMatchObject({ clusters: 7, arms: 3 });
    expect(session.opened[session.opened.length - 1].settings).toMatchObject({
      clusters: 7,
      arms: 3,
    });
  });

  it('leaves out edits of a link that its model cannot hold', async () => {
    const { controller, messages } = await started({ edits: [remove(0), IMPOSSIBLE] });
    expect(controller.document.getState().edits).toEqual([remove(0)]);
    expect(messages.at(-1)?.text).toContain('There is no cluster 9.');
  });

  it('lets edits go with the model they were made for, until undo brings both back', async () => {
    const acts: readonly ((controller: LabController) => Promise<void>)[] = [
      (controller) => controller.reset(),
      (controller) => controller.changeSeed(8),
      (controller) => controller.changeSettings({ clusters: 7 }),
    ];
    for (const act of acts) {
      const { controller, session, messages } = await started();
      await controller.train(9);
      const edits = [remove(0), remove(1)];
      await controller.editing.put(edits);
      await act(controller);
      expect(controller.document.getState().edits).toEqual([]);
      expect(session.opened.at(-1)).toMatchObject({ edits: [], checkpoint: null });
      expect(messages.at(-1)?.text).toBe(
        'The 2 edits were removed with the model. Undo brings both back.',
      );
      await controller.undo();
      expect(session.opened.at(-1)).toMatchObject({ edits, checkpoint: { step: 9 } });
      await controller.redo();
      expect(controller.document.getState().edits).toEqual([]);
    }
  });

  it('keeps edits over steps of training, over live settings, and those of no model', async () => {
    const { controller, messages } = await started();
    await controller.editing.put([remove(0)]);
    await controller.train(5);
    await controller.replay(5);
    await controller.changeSettings({ learningRate: 0.001 });
    expect(controller.document.getState().edits).toEqual([remove(0)]);

    const probe = { kind: 'placeProbe', latent: [1, 2] };
    await controller.begin({
      ...{ lab: 'vae', settings: defaultValues(vaeTable), seed: 1, edits: [probe], ownData: null },
      origin: fromSeed(),
    });
    await controller.reset();
    expect(controller.document.getState().edits).toEqual([probe]);

    const end = { kind: 'setInputEnd', step: 3 };
    const turn = { kind: 'scaleTransitionColumn', column: 0, factor: 0.9 };
    await controller.begin({
      ...{ lab: 'svae-lds', settings: defaultValues(svaeLdsTable), seed: 1, ownData: null },
      ...{ edits: [end, turn], origin: fromSeed() },
    });
    expect(messages).toEqual([]);
    await controller.changeSeed(2);
    expect(controller.document.getState().edits).toEqual([end]);
    expect(messages.at(-1)?.text).toContain('The edit was removed with the model.');
  });

  it('comes to rest with a frame that knows of the last order, not with an earlier one', async () => {
    const { controller, session, run } = await started();
    await controller.play();
    session.frame({ order: 0 });
    expect(run.getState().phase).toBe('playing');
    session.frame({ playing: true });
    expect(run.getState().phase).toBe('playing');
    session.frame({ playing: false });
    expect(run.getState().phase).toBe('ready');
    // The same speed is another order.
    await controller.play();
    expect(session.played).toEqual(['full', 'full']);
    controller.setSpeed(3);
    expect(session.live?.training).toMatchObject({ order: 2, speed: 3 });
    await controller.pause();
    expect(session.live?.training).toBeNull();
  });

  it('asks the session for what is shown already no second time', async () => {
    const { controller, session } = await started();
    const edits = [remove(0)];
    controller.editing.draft(() => edits);
    controller.draftSetting('learningRate', 0.002);
    await controller.editing.put(edits);
    await controller.changeSettings({ learningRate: 0.002 });
    await controller.changeSettings({ learningRate: 0.002 });
    expect(session.live).toMatchObject({ edits, settings: { learningRate: 0.002 } });
    expect(session.editsSet.length).toBe(2);
    expect(session.settingsSet.length).toBe(2);
  });

  it('makes one step of undo of a whole drag', async () => {
    const { controller, session } = await started();
    for (let x = 0; x < 5; x++) {
      controller.editing.draft(() => [{ kind: 'moveCluster', cluster: 0, mean: [x, 0] }]);
    }
    await controller.editing.put([{ kind: 'moveCluster', cluster: 0, mean: [4, 0] }]);
    expect(controller.document.temporal.getState().pastStates).toHaveLength(1);
    await controller.undo();
    expect(controller.effective().edits).toEqual([]);
    expect(session.editsSet[session.editsSet.length - 1]).toEqual([]);
    expect(session.opened).toHaveLength(1);
  });

  it('takes edits back without taking training back', async () => {
    const { controller, session, run } = await started();
    await controller.train(15);
    await controller.editing.put([remove(0)]);
    await controller.train(5);
    await controller.editing.put([remove(0), remove(1)]);
    await controller.undo();
    await controller.undo();
    expect(controller.effective().edits).toEqual([]);
    await controller.redo();
    expect(controller.effective().edits).toEqual([remove(0)]);
    expect(session.opened).toHaveLength(1);
    expect(run.getState().step).toBe(20);
  });

  it('asks for the bounds of what is shown where a frame has them not yet', async () => {
    const { run, session } = await started();
    session.frame({ objective: bound(-5), learnedObjective: bound(-5), isObjectivePending: true });
    expect(run.getState()).toMatchObject({ objective: bound(-5), isObjectivePending: true });
    session.frame({ objective: bound(-5), learnedObjective: bound(-5), isObjectivePending: true });
    await vi.waitFor(() => expect(run.getState().isObjectivePending).toBe(false));
    expect(run.getState()).toMatchObject({ objective: bound(-7), learnedObjective: bound(-5) });
    expect(session.asked.filter((question) => question === 'bound')).toHaveLength(1);
  });

  it('refuses a setting out of its range and leaves the document alone', async () => {
    const { controller, session } = await started();
    const before = controller.document.getState();
    await expect(controller.changeSettings({ learningRate: 7 })).rejects.toThrow(
      '"learningRate" is 7; expected a number from 0.00001 to 1',
    );
    expect(controller.document.getState()).toBe(before);
    expect(session.settingsSet).toEqual([]);
  });

  it('refuses an edit that is not valid and leaves the document alone', async () => {
    const { controller } = await started();
    await controller.editing.put([remove(0)]);
    await expect(controller.editing.put([{ kind: 'paintCluster' }])).rejects.toThrow('not valid');
    expect(controller.effective().edits).toEqual([remove(0)]);
  });

  it('bakes edits in without opening it again; undo brings them back', async () => {
    const { controller, session } = await started();
    await controller.train(5);
    await controller.editing.put([remove(0)]);
    await controller.bakeEdits();
    expect(controller.effective().edits).toEqual([]);
    expect(session.opened).toHaveLength(1);
    await controller.undo();
    expect(session.opened).toHaveLength(2);
    expect(session.opened[1]).toMatchObject({ edits: [remove(0)], checkpoint: { step: 5 } });
  });

  it('bakes no edits in that outlive the model', async () => {
    const lab = { lab: 'svae-lds', settings: defaultValues(svaeLdsTable) };
    const { controller, session } = await started(lab);
    const inputEnd = { kind: 'setInputEnd', step: 40 };
    await controller.editing.put([inputEnd, { kind: 'shiftLatents', amount: 1 }]);
    await controller.bakeEdits();
    expect(controller.effective().edits).toEqual([inputEnd]);
    expect(session.editsSet.at(-1)).toEqual([inputEnd]);
  });

  it('goes on from edits made while it plays, where a lab goes on from them', async () => {
    const lab = { lab: 'em', settings: defaultValues(emTable('em')) };
    const { controller, session } = await started(lab);
    const baked = vi.spyOn(session, 'bakeEdits');
    const edits = [{ kind: 'moveMean', cluster: 0, mean: [1, 2] }];
    await controller.editing.put(edits);
    expect(baked).not.toHaveBeenCalled();
    await controller.editing.put([]);
    await controller.play();
    await controller.editing.put(edits);
    expect(baked).toHaveBeenCalledOnce();
    expect(controller.effective()).toMatchObject({ edits: [], origin: { byHand: true } });
    const other = await started();
    const laidOver = vi.spyOn(other.session, 'bakeEdits');
    await other.controller.play();
    await other.controller.editing.put([remove(0)]);
    expect(laidOver).not.toHaveBeenCalled();
  });

  it('trains from scratch in place of a shipped model, whose edits come back with it', async () => {
    const origin = { checkpoint: checkpointAt(1000), pretrained: true };
    const { controller, run, session, messages } = await started({ origin });
    expect(run.getState().step).toBe(1000);
    await controller.editing.put([remove(3)]);
    await controller.play();
    expect(session.opened[1]).toMatchObject({ checkpoint: null, edits: [] });
    expect(session.played).toEqual(['full']);
    expect(messages.at(-1)?.text).toBe(
      'Training starts from scratch in place of the pretrained model. The edit was removed with it. Undo brings both back.',
    );
    await controller.pause();
    await controller.undo();
    expect(session.opened[2]).toMatchObject({ edits: [remove(3)], checkpoint: { step: 1000 } });
    expect(isShipped(controller.document.getState().origin)).toBe(true);
    await controller.train(5);
    expect(run.getState().step).toBe(5);
  });

  it('continues a shipped model when asked to, under its edits, and undo brings it back', async () => {
    const acts: readonly ((controller: LabController) => Promise<void>)[] = [
      (controller) => controller.step(),
      (controller) => controller.train(1, { continues: true }),
      async (controller) => {
        await controller.play({ continues: true });
        await controller.train(1);
      },
    ];
    for (const act of acts) {
      const origin = { checkpoint: checkpointAt(1000), pretrained: true };
      const { controller, run, session, messages } = await started({ origin });
      await controller.editing.put([remove(3)]);
      await act(controller);
      expect(session.opened).toHaveLength(1);
      expect(run.getState().step).toBe(1001);
      expect(messages).toEqual([]);
      const continued = controller.document.getState();
      expect(continued.edits).toEqual([remove(3)]);
      // What it can was not learned here, and training goes on from it all the same.
      expect(continued.origin.pretrained).toBe(true);
      await controller.play();
      expect(session.opened).toHaveLength(1);
      expect(await controller.modelFile()).toMatchObject({ pretrained: true, continued: true });
      await controller.undo();
      expect(session.opened[1].checkpoint?.step).toBe(1000);
      expect(isShipped(controller.document.getState().origin)).toBe(true);
    }
  });

  it('leaves a shipped model in one step of undo, however often a key is pressed', async () => {
    const acts: readonly ((controller: LabController) => Promise<void>)[] = [
      (controller) => controller.step(),
      (controller) => controller.play(),
    ];
    for (const act of acts) {
      const origin = { checkpoint: checkpointAt(1000), pretrained: true };
      const { controller } = await started({ origin });
      await Promise.all([act(controller), act(controller), act(controller)]);
      expect(isShipped(controller.document.getState().origin)).toBe(false);
      expect(controller.document.temporal.getState().pastStates).toHaveLength(1);
    }
  });

  it('begins each document as if it were the first', async () => {
    const brush = viewEntry(1);
    const { controller, session, run, messages } = await started();
    const settings = defaultValues(svaeGmmTable);
    const begun = { lab: 'svae-gmm', settings, seed: 1, edits: [], ownData: null };
    // The same object all the time, as a careless reader of links would hand out.
    const origin = fromSeed();
    for (const seed of [1, 2, 3, 3]) {
      await controller.begin(
        { ...begun, seed, origin },
        { view: { flags: { grid: true }, hidden: [] } },
      );
      expect(session.opened.at(-1)).toMatchObject({ seed, checkpoint: null, edits: [] });
      expect(run.getState()).toMatchObject({
        ...{
          step: 0,
          phase: 'ready',
          view: { ...PLAIN_VIEW, flags: { grid: true } },
          speed: 'slow-start',
        },
        breakdown: null,
      });
      expect(run.getState().history.step).toHaveLength(0);
      expect(controller.document.temporal.getState().pastStates).toEqual([]);
      expect(messages).toEqual([]);

      await controller.train(27);
      const values = [7];
      const terms = { total: values, reconstruction: values, localKl: values, globalKl: values };
      const breakdown = { step: 28, message: 'Not finite.', remedy: 'Take smaller steps.' };
      session.frame({ history: { ...NO_HISTORY, step: [27], ...terms }, breakdown });
      await controller.editing.put([remove(1)]);
      await controller.undo();
      await controller.redo();
      controller.tell({ id: 'edit', kind: 'problem', text: 'That cannot be moved.' });
      controller.setSpeed(3);
      const seen = { highlight: 'elbo', slowMotion: true, selected: { row: 0 } };
      run.setState({ view: { ...PLAIN_VIEW, ...seen } });
      controller.setEntry(brush, () => 2);
      await controller.play();
    }
  });

  it('keeps messages about the device when another document is opened', async () => {
    const { controller, messages } = await started();
    controller.tell({ id: 'storage', kind: 'problem', text: 'No room.', lasting: true });
    controller.tell({ id: 'edit', kind: 'problem', text: 'That cannot be moved.' });
    await controller.begin(controller.document.getState());
    expect(messages.map(({ id }) => id)).toEqual(['storage']);
  });

  it('does nothing to a document that was asked of the one before', async () => {
    const acts: readonly ((controller: LabController) => Promise<unknown>)[] = [
      (controller) => controller.play(),
      (controller) => controller.train(5),
      (controller) => controller.replay(5),
      (controller) => controller.editing.put([remove(1)]),
      (controller) => controller.bakeEdits(),
      (controller) => controller.reset(),
      (controller) => controller.changeSeed(8),
      (controller) => controller.changeSettings({ clusters: 7 }),
      (controller) => controller.undo(),
      (controller) => controller.openDocument({ ...controller.document.getState(), seed: 9 }),
    ];
    for (const act of acts) {
      const { controller, session, run } = await started();
      await controller.train(3);
      await controller.editing.put([remove(2)]);
      const next = { ...controller.document.getState(), seed: 4, edits: [], origin: fromSeed() };
      const acted = act(controller);
      await controller.begin(next);
      await acted;
      const { edits, seed, settings } = controller.document.getState();
      expect({ edits, seed, settings }).toEqual({ edits: [], seed: 4, settings: next.settings });
      expect(run.getState()).toMatchObject({ phase: 'ready', step: 0 });
      expect(session.played).toEqual([]);
      expect(session.step).toBe(0);
    }
  });

  it('starts from the seed, and says so, when a stored model does not fit', async () => {
    const origin = { checkpoint: checkpointAt(MISFIT), pretrained: false };
    const { run, messages } = await started({ origin });
    expect(run.getState()).toMatchObject({ phase: 'ready', step: 0 });
    expect(messages[0].text).toContain('3 numbers, not 4');
  });

  it('refuses a document whose model does not fit, and changes nothing', async () => {
    const { controller, run, session, messages } = await started();
    await controller.train(3);
    const before = controller.document.getState();
    const origin = { checkpoint: checkpointAt(MISFIT), pretrained: false };
    await expect(controller.openDocument({ ...before, seed: 9, origin })).rejects.toThrow(
      'The model cannot be loaded. It has 3 numbers, not 4.',
    );
    expect(controller.document.getState()).toBe(before);
    expect(run.getState()).toMatchObject({ phase: 'ready', step: 3 });
    expect(controller.document.temporal.getState().pastStates).toEqual([]);
    expect(session.opened).toHaveLength(1);
    expect(messages).toEqual([]);
  });

  it('says how long a step takes where that is long', async () => {
    const { controller, session, messages } = await started();
    session.stepSeconds = 14.2;
    await controller.changeSettings({ hiddenUnits: 512 });
    expect(messages.map(({ text }) => text)).toEqual([
      expect.stringContaining('one training step takes about 14 s on this device'),
    ]);
  });

  it('says that an opening takes long, until it is open', async () => {
    const { controller, session, messages } = await started();
    vi.useFakeTimers();
    try {
      session.openingTime = 5000;
      const opening = controller.changeSettings({ hiddenUnits: 512 });
      await vi.advanceTimersByTimeAsync(4000);
      expect(messages.map(({ id }) => id)).toEqual(['slow-opening']);
      await vi.advanceTimersByTimeAsync(2000);
      await opening;
      expect(messages).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('says why a lab could not be opened, and undo leads out of it', async () => {
    const { controller, run } = await started();
    await controller.changeSettings({ dataset: 'own' });
    expect(run.getState()).toMatchObject({
      phase: 'failed',
      failure: 'There are no own points yet.',
    });
    // The stage says why: a press of a button brings no error of its own.
    await controller.step();
    await expect(controller.train(3)).rejects.toThrow('There are no own points yet.');
    await controller.undo();
    expect(run.getState()).toMatchObject({ phase: 'ready', failure: null });
  });

  it('rests while the tab is hidden and goes on when it is seen again', async () => {
    const { controller, session, run, messages } = await started();
    const tab = new HiddenTab(controller);
    await controller.play();
    await tab.setVisible(false);
    expect(run.getState().phase).toBe('ready');
    await tab.setVisible(true);
    expect(run.getState().phase).toBe('playing');
    expect(session.played).toHaveLength(2);
    expect(messages[0].text).toContain('hidden');
  });

  it('does not start training in a hidden tab that was paused before', async () => {
    const { controller, session } = await started();
    const tab = new HiddenTab(controller);
    await tab.setVisible(false);
    await tab.setVisible(true);
    expect(session.played).toEqual([]);
  });

  it('tells of a lost graphics context, of moves it does not', async () => {
    const { session, messages } = await started();
    const event = (kind: string) => ({ step: 4, kind, label: `${kind}!`, accepted: true, gain: 0 });
    const events = [event('context-lost'), event('merge')];
    session.frame({ history: { ...NO_HISTORY, events } });
    expect(messages.map(({ text }) => text)).toEqual(['context-lost!']);
  });

  it('tells of a replaced worker, and of one that could not be', async () => {
    const { session, run, messages } = await started();
    session.listener.onFault({ message: 'out of memory', restoredStep: 40 });
    expect(messages[0].text).toContain('step 40');
    session.listener.onFault({ message: 'out of memory', restoredStep: null });
    await vi.waitFor(() => expect(run.getState().phase).toBe('failed'));
  });
});
