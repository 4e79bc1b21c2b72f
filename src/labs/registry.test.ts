/**
 * What is true of every lab, checked for each in the registry: a lab that is added is checked, too.
 * What it needs to know of a lab stands in the lab's `examples.fixture.ts`.
 */
import { readdirSync } from 'node:fs';
import { relative, sep } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { activateBackend } from '../networks/backend.ts';
import { layoutOf } from '../plots/diagram/layout.ts';
import type { PlateModel } from '../plots/diagram/plateModel.ts';
import { buffersOf } from '../session/buffersOf.ts';
import { tableFaults } from '../settings/checkTable.fixture.ts';
import { decodeLink, encodeLink } from '../settings/link.ts';
import { applyPreset, presetOf } from '../settings/presets.ts';
import type { Setting, SettingsTable, SettingValue } from '../settings/settingsTable.ts';
import { checkSetting } from '../settings/validate.ts';
import { defaultValues, type Values } from '../settings/values.ts';
import { renderFormula } from '../ui/renderFormula.ts';
import { labs } from './allLabs.ts';
import type { AnyEngine, Breakdown } from './engine.ts';
import { examplesOf, folderOf } from './examples.fixture.ts';
import { type OfKind, objectiveOf, viewFlagsOf } from './lab.ts';
import { loadLab, registry } from './registry.ts';
import type { LabDiagram } from './shared/diagram/labDiagram.ts';

/** The labs and their variants, each with its engine, and small settings for it. */
const MODELS = await Promise.all(
  labs.flatMap((lab) =>
    [lab, ...(lab.variants ?? [])].map(async ({ id, table }) => {
      const examples = await examplesOf(lab.id);
      const [ofLab, own] = [defaultValues(lab.table), defaultValues(table)];
      const variant = Object.entries(own).filter(([name, value]) => value !== ofLab[name]);
      const small: Values = { ...own, ...examples.small, ...Object.fromEntries(variant) };
      return { id, folder: folderOf(lab.id), lab: await loadLab(id), examples, small };
    }),
  ),
);
const LABS = MODELS.filter(({ id }) => labs.some((lab) => lab.id === id));

beforeAll(async () => {
  await activateBackend('wasm');
});

const engines: AnyEngine[] = [];
afterEach(() => {
  for (const engine of engines.splice(0)) engine.dispose();
});

type Model = (typeof MODELS)[number];

function start({ lab, small }: Model, change: Values = {}, seed = 1): AnyEngine {
  const settings = { ...small, ...change };
  const engine = lab.create({ settings, seed, dataset: lab.makeDataset(settings, seed, null) });
  engines.push(engine);
  return engine;
}

function train(engine: AnyEngine, steps: number): void {
  for (let step = 0; step < steps; step++) {
    const outcome = engine.train();
    if (!outcome.ok) throw new Error(outcome.breakdown.message);
  }
}

/** Lays edits over the model; probes alone need no engine that can. */
const lay = (engine: AnyEngine, edits: readonly unknown[]): void => engine.setEdits?.(edits);

function ask(engine: AnyEngine, query: OfKind): OfKind {
  if (!engine.inspect) throw new Error('The engine answers no questions.');
  return engine.inspect(query);
}

const shown = (engine: AnyEngine) => engine.snapshot({ afresh: true });

describe.each(MODELS)('the model of $id', (model) => {
  const { lab, examples } = model;

  it('gives the same numbers for the same seed, others for another', () => {
    const [one, two, other] = [start(model), start(model), start(model, {}, 2)];
    for (const engine of [one, two, other]) train(engine, 5);
    expect(two.save()).toEqual(one.save());
    expect(shown(two)).toEqual(shown(one));
    expect(other.evaluate()).not.toEqual(one.evaluate());
  });

  it('goes on bit for bit from what was saved', () => {
    const [whole, resumed] = [start(model), start(model)];
    train(whole, 7);
    resumed.load(structuredClone(whole.save()));
    for (const engine of [whole, resumed]) train(engine, 7);
    expect(resumed.save()).toEqual(whole.save());
    expect(shown(resumed)).toEqual(shown(whole));
    expect(resumed.evaluate()).toEqual(whole.evaluate());
  });

  it('is not changed by being looked at, measured or asked', () => {
    const [watched, left] = [start(model), start(model)];
    for (let step = 0; step < 6; step++) {
      for (const engine of [watched, left]) train(engine, 1);
      const edits = step % 2 === 0 ? examples.edits : examples.harmless(shown(watched) as never);
      lay(
        watched,
        edits.map((edit) => lab.parseEdit(edit)),
      );
      watched.snapshot();
      watched.evaluate();
      watched.evaluate('learned');
      lay(watched, []);
      for (const query of examples.queries) ask(watched, query);
      if (step === 3) watched.measure?.();
    }
    expect(watched.save()).toEqual(left.save());
    expect(shown(watched)).toEqual(shown(left));
  });

  it('shows plain data and typed arrays of its own, which can be given away', () => {
    const engine = start(model);
    train(engine, 2);
    const before = engine.save();
    const snapshot = engine.snapshot({ afresh: true });
    expect(oddities(snapshot)).toEqual([]);
    const copy = structuredClone(snapshot);
    expect(structuredClone(snapshot, { transfer: buffersOf(snapshot) })).toEqual(copy);
    // What was given away is empty here: the engine must not miss it.
    expect(shown(engine)).toEqual(copy);
    expect(engine.save()).toEqual(before);
    train(engine, 1);
  });

  it('answers each question of the page with plain data', () => {
    const engine = start(model);
    train(engine, 3);
    for (const query of examples.queries) {
      const answer = ask(engine, query);
      expect(answer).toMatchObject({ kind: query.kind });
      expect(oddities(answer)).toEqual([]);
      expect(structuredClone(answer)).toEqual(answer);
    }
  });
});

/** What cannot be sent to another thread as it is: functions, instances of classes. */
function oddities(value: unknown, path = ''): string[] {
  if (value === null || ['number', 'string', 'boolean', 'undefined'].includes(typeof value))
    return [];
  if (typeof value !== 'object') return [`${path}: ${typeof value}`];
  if (ArrayBuffer.isView(value)) return [];
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain) return [`${path}: ${value?.constructor.name}`];
  return Object.entries(value).flatMap(([key, part]) => oddities(part, `${path}.${key}`));
}

/** The same data with the last number of each typed array cut off. */
function shortened(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return (value as Float64Array).slice(0, -1);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shortened(part)]));
}

describe.each(MODELS)('what is saved of $id', (model) => {
  it('is refused where it is of a model of another shape, which leaves this one as it is', () => {
    const engine = start(model);
    train(engine, 2);
    const before = engine.save();
    const { otherShape } = model.examples;
    if (otherShape) {
      const other = start(model, otherShape).save();
      expect(() => engine.load(other)).toThrow(RangeError);
    }
    expect(() => engine.load(shortened(before) as typeof before)).toThrow(RangeError);
    expect(engine.save()).toEqual(before);
    train(engine, 1);
  });
});

describe.each(LABS)('edits of $id', (model) => {
  const { lab, examples } = model;
  const parsed = (edits: readonly unknown[]) => edits.map((edit) => lab.parseEdit(edit));

  it('are read as they are written, and refused by name where they are none', () => {
    const good = [...examples.edits, ...examples.harmless(shown(start(model)) as never)];
    for (const edit of good) {
      expect(lab.parseEdit(JSON.parse(JSON.stringify(edit)))).toEqual(edit);
      expect(() => lab.parseEdit({ ...(edit as object), surplus: 1 })).toThrow(/surplus/);
    }
    expect(() => lab.parseEdit({ kind: 'turnUpsideDown' })).toThrow(
      good.length > 0 ? /turnUpsideDown/ : /edited/,
    );
    for (const none of [null, 3, 'moveCluster', [], {}]) {
      expect(() => lab.parseEdit(none)).toThrow(Error);
    }
  });

  it('take the place of an earlier one of the same thing', () => {
    for (const edit of parsed(examples.edits)) {
      const once = lab.withEdit([], edit);
      expect(once).toEqual([edit]);
      expect(lab.withEdit(once, edit)).toEqual([edit]);
    }
    const all = parsed(examples.edits).reduce<readonly unknown[]>(lab.withEdit, []);
    expect(all).toEqual(examples.edits);
  });

  it('lie over what was learned: clearing them restores it to the bit', () => {
    const engine = start(model);
    train(engine, 30);
    const [saved, picture, bound] = [engine.save(), shown(engine), engine.evaluate()];
    expect(engine.evaluate('learned')).toEqual(bound);
    if (examples.edits.length > 0) {
      lay(engine, parsed(examples.edits));
      expect(shown(engine)).not.toEqual(picture);
    }
    for (const edits of [examples.edits, examples.harmless(picture as never)].map(parsed)) {
      lay(engine, edits);
      expect(engine.evaluate('learned')).toEqual(bound);
      expect(engine.evaluate()).toEqual(engine.evaluate());
      lay(engine, []);
      expect(shown(engine)).toEqual(picture);
      expect(engine.evaluate()).toEqual(bound);
    }
    expect(engine.save()).toEqual(saved);
  });

  it.runIf(examples.edits.length > 0)(
    'make the objective worse, and change nothing where they say what was learned',
    () => {
      const engine = start(model);
      train(engine, 30);
      const sign = objectiveOf(lab).direction === 'up' ? 1 : -1;
      const { total } = engine.evaluate();
      lay(engine, parsed(examples.harmless(shown(engine) as never)));
      expect(engine.evaluate().total).toBeCloseTo(total, 6);
      lay(engine, parsed(examples.edits));
      engine.snapshot();
      expect(sign * engine.evaluate().total).toBeLessThan(sign * total - 0.01);
    },
  );

  it('show the same by whatever way one came to them, and in a model that was loaded', () => {
    const engine = start(model);
    train(engine, 30);
    const edits = parsed(examples.edits);
    lay(engine, edits.slice(0, 1));
    engine.snapshot();
    lay(engine, edits);
    for (let look = 0; look < 3; look++) engine.snapshot();
    const loaded = start(model);
    loaded.load(structuredClone(engine.save()));
    lay(loaded, edits);
    expect(loaded.evaluate()).toEqual(engine.evaluate());
    expect(loaded.evaluate('learned')).toEqual(engine.evaluate('learned'));
  });
});

/** A step of an engine whose numbers are broken, as the session breaks them. */
function breakDown(engine: AnyEngine): Breakdown {
  const good = engine.save();
  engine.breakDown?.();
  const outcome = engine.train();
  engine.load(good);
  if (outcome.ok) throw new Error('It did not break down.');
  return outcome.breakdown;
}

/** Any value that a setting can have. */
function anyValue(setting: Setting): fc.Arbitrary<SettingValue> {
  if (setting.kind === 'switch') return fc.boolean();
  if (setting.kind === 'choice')
    return fc.constantFrom(...setting.options.map(({ value }) => value));
  const { min, max, integer } = setting;
  const inside = integer ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
  return fc.oneof(fc.constantFrom(min, max), inside);
}

describe.each(MODELS)('a breakdown of $id', (model) => {
  const { lab } = model;
  const live = Object.entries(lab.table.settings).filter(
    ([, { takesEffect }]) => takesEffect === 'live',
  );

  it('names step and value, and suggests valid settings that train, or another remedy', () => {
    const engine = start(model);
    const present = model.small;
    const changes = fc.record(
      Object.fromEntries(live.map(([name, setting]) => [name, anyValue(setting)])),
    );
    fc.assert(
      fc.property(changes, (change) => {
        engine.updateSettings?.({ ...present, ...change });
        const { step, message, remedy, suggestedSettings = {} } = breakDown(engine);
        expect(step).toBe(engine.step + 1);
        expect(message).toMatch(/step 1\b.*(NaN|Infinity|infinite)/);
        expect(remedy).not.toBe('');
        for (const [name, value] of Object.entries(suggestedSettings)) {
          expect(checkSetting(lab.table, name, value)).toEqual({ ok: true, value });
          expect(value).not.toBe({ ...present, ...change }[name]);
          expect(remedy).toContain(String(value));
        }
        const before = engine.save();
        engine.updateSettings?.({ ...present, ...change, ...suggestedSettings });
        expect(engine.train().ok).toBe(true);
        engine.load(before);
      }),
      { numRuns: 20 },
    );
  });
});

const chosen = (table: SettingsTable, id: string, present?: Values): Values => {
  const applied = applyPreset(table, id, present);
  if (!applied.ok) throw new Error(applied.message);
  return applied.values;
};

/** Every setting at another value than its default; data are not own. */
function otherValues({ settings }: SettingsTable, group?: string): Values {
  const other = (setting: Setting): SettingValue => {
    if (setting.kind === 'number')
      return setting.default === setting.max ? setting.min : setting.max;
    if (setting.kind === 'switch') return !setting.default;
    const values = setting.options.map(({ value }) => value).filter((value) => value !== 'own');
    return values.find((value) => value !== setting.default) ?? setting.default;
  };
  return Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [
      name,
      group === undefined || setting.group === group ? other(setting) : setting.default,
    ]),
  );
}

describe.each(MODELS)('the settings of $id', ({ lab: { table } }) => {
  const ids = table.presets.map(({ id }) => id);
  const inGroup = Object.entries(table.settings).filter(([, { group }]) => group === 'Data');
  const dataSetting = Object.entries(table.settings).find(
    ([, setting]) =>
      setting.kind === 'choice' && setting.options.some(({ value }) => value === 'own'),
  );

  it('are a table without faults', () => {
    expect(tableFaults(table)).toEqual([]);
  });

  it('have presets that give the same values whatever was there before', () => {
    for (const id of ids) {
      const fresh = chosen(table, id);
      expect(chosen(table, id, otherValues(table, 'Data'))).toEqual(fresh);
      for (const before of ids) {
        expect(chosen(table, id, chosen(table, before))).toEqual(fresh);
      }
    }
  });

  it('show a preset as chosen while it is, and no longer once anything is changed', () => {
    for (const id of ids) {
      const values = chosen(table, id);
      expect(presetOf(table, values)).toBe(id);
      for (const [name] of inGroup) {
        const value = otherValues(table)[name];
        if (values[name] !== value)
          expect(presetOf(table, { ...values, [name]: value })).not.toBe(id);
      }
    }
  });

  it.runIf(dataSetting)(
    'keep own data with presets that are about the model, and with no other',
    () => {
      const own: Values = { ...otherValues(table, 'Data'), [dataSetting?.[0] ?? '']: 'own' };
      for (const { id, aboutModel } of table.presets) {
        const after = chosen(table, id, own);
        for (const [name] of inGroup) {
          expect(after[name]).toBe(aboutModel ? own[name] : chosen(table, id)[name]);
        }
        expect(presetOf(table, after)).toBe(id);
      }
    },
  );
});

describe.each(LABS)('a link to $id', (model) => {
  const { lab, examples } = model;

  it('brings back settings, seed, steps, view, hidden controls, edits and probes', () => {
    const probes = examples.harmless(shown(start(model)) as never);
    const state = {
      lab: lab.id,
      settings: otherValues(lab.table),
      seed: 7,
      steps: 12,
      edits: [...examples.edits, ...probes].reduce<readonly unknown[]>(lab.withEdit, []),
      view: Object.fromEntries(viewFlagsOf(lab).map((flag, index) => [flag, index % 2 === 0])),
      hidden: ['seed', 'settings'],
      selected: { row: 3 },
      notes: { part: [1, 'two'] },
      ownData: null,
    };
    const { hash, problems } = encodeLink(state, lab);
    expect(problems).toEqual([]);
    expect(decodeLink(hash, [lab])).toEqual({ state, problems: [] });
  });

  it('goes by names that are each of one thing', () => {
    const names = [...viewFlagsOf(lab), ...Object.keys(lab.table.settings)];
    expect(new Set(viewFlagsOf(lab)).size).toBe(viewFlagsOf(lab).length);
    expect(names.filter((name) => !/^[a-z][a-zA-Z0-9-]*$/.test(name))).toEqual([]);
  });
});

/** The formulas of a lab's explanation. */
const FORMULAS = import.meta.glob<
  Record<string, { readonly tex: string; readonly symbols: readonly { readonly name: string }[] }>
>('./*/texts/formulas.ts', { eager: true });

describe.each(Object.entries(FORMULAS))('formulas of %s', (_file, formulas) => {
  it.each(Object.entries(formulas))(
    '%s is set, with everything that lights up',
    (_name, { tex, symbols }) => {
      const html = renderFormula(tex, true);
      expect(html).not.toContain('katex-error');
      const marked = new Set(
        Array.from(html.matchAll(/data-symbol="([^"]+)"/g), ([, name]) => name),
      );
      expect([...marked].sort()).toEqual(symbols.map(({ name }) => name).sort());
    },
  );
});

/** The graphical models of the labs that have one, by the lab's folder. */
const DIAGRAMS = import.meta.glob<{ readonly diagram: LabDiagram<unknown, unknown> }>(
  './*/texts/diagram.ts',
  { eager: true },
);
/** The code of the stages: what lights up there. */
const STAGES = import.meta.glob<string>(['./*/page/**/*.{ts,tsx}', './shared/**/*.{ts,tsx}'], {
  ...{ eager: true, query: '?raw', import: 'default' },
});
/** Each of a lab's graphical models, with a preset under which it is shown. */
const DRAWN = LABS.flatMap((model) => {
  const found = DIAGRAMS[`./${model.folder}/texts/diagram.ts`];
  if (!found) return [];
  const { diagram } = found;
  const known = new Set<PlateModel>();
  return model.lab.table.presets.flatMap((preset) => {
    const small: Values = { ...model.small, ...(preset.values as Values) };
    const drawn = diagram.modelOf(small);
    if (drawn === null || known.has(drawn)) return [];
    known.add(drawn);
    return [{ ...model, id: `${model.id}, ${preset.label}`, small, diagram, drawn }];
  });
});

describe.each(DRAWN)('the graphical model: $id', (model) => {
  const { diagram, small, folder, lab, drawn } = model;
  const { nodes, edges, plates } = drawn;

  it('is made of nodes that are there, and laid out without one on another', () => {
    const ids = nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [
      ...edges.flatMap(({ from, to, by }) => [from, to, by].filter((id) => id !== undefined)),
      ...plates.flatMap(({ members }) => members),
    ];
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    const layout = layoutOf(drawn);
    for (const [index, one] of layout.nodes.entries())
      for (const other of layout.nodes.slice(0, index))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(
          one.radius + other.radius,
        );
  });

  it('lights what the stage or a panel of it answers to', () => {
    const code = Object.entries(STAGES)
      .filter(([file]) => /^\.\/(shared|FOLDER)\//.test(file.replace(folder, 'FOLDER')))
      .map(([, text]) => text)
      .join();
    const names = nodes.flatMap(({ lights }) => (lights === undefined ? [] : [lights]));
    expect(names.filter((name) => !code.includes(`'${name}'`))).toEqual([]);
  });

  it('says of every node what it is now, with and without something pointed at', () => {
    const dataset = lab.makeDataset(small, 1, null);
    const engine = start(model);
    train(engine, 3);
    const snapshot = shown(engine);
    for (const at of [null, 0, 1, dataset.rows - 1]) {
      const live = diagram.live(snapshot, {
        ...{ settings: small, dataset, row: at, cluster: at, node: at },
      });
      expect(Object.keys(live.nodes)).toEqual(expect.arrayContaining(nodes.map(({ id }) => id)));
      for (const { words } of Object.values(live.nodes))
        expect(words).toMatch(/^[A-Z\dqσ](?!.*(NaN|undefined|Infinity)).*[.…]$/);
    }
  });
});

it('is a course: chapter after chapter, each lab after those it builds on', () => {
  const chapters = registry.map(({ card }) => card.chapter);
  const turns = chapters.filter((chapter, at) => chapter !== chapters[at - 1]);
  expect(turns).toEqual(['bounds', 'networks']);
  const ids = registry.map(({ card }) => card.id);
  for (const [at, { card }] of registry.entries()) {
    for (const earlier of card.buildsOn) expect(ids.slice(0, at)).toContain(earlier);
    expect(card.minutes % 5).toBe(0);
  }
});

it('every folder is that of a lab in the registry', () => {
  // By their files: whoever updates an older checkout keeps the folders that git has emptied.
  const files = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map(({ parentPath }) => relative(import.meta.dirname, parentPath).split(sep)[0]);
  const folders = [...new Set(files)].filter((name) => name !== '' && name !== 'shared');
  expect(folders.sort()).toEqual(labs.map(({ id }) => folderOf(id)).sort());
});

describe.each(LABS)('what scripts and the command line see of $id', (model) => {
  const { lab } = model;

  it('is plain: a snapshot in nested arrays, figures in numbers and words', async () => {
    const dataset = lab.makeDataset(model.small, 1, null);
    const engine = start(model);
    train(engine, 3);
    const plain = await lab.plainSnapshot(engine.snapshot(), dataset);
    expect(JSON.parse(JSON.stringify(plain))).toEqual(plain);
    const metrics = engine.measure?.();
    expect(Object.keys(metrics ?? {})).not.toEqual([]);
    expect(JSON.parse(JSON.stringify(metrics))).toEqual(metrics);
  });
});
