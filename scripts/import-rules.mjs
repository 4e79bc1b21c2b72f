/**
 * Which folder of `src/` may import what. `docs/architecture.md` draws the picture.
 *
 * @typedef {object} FolderRule
 * @property {readonly string[]} folders other folders of `src/` it may import from
 * @property {readonly string[]} [types] folders it may `import type` from as well
 * @property {readonly RegExp[]} packages packages it may import
 * @property {boolean} [apart] its own folders may not import one another, but all may import `shared/`
 * @property {readonly string[]} [composing] folders in it that may import the others all the same
 * @property {RegExp} [never] files of its own folder that it may not import, not even where the others allow it
 * @property {string} why the reason, printed where the rule is broken
 */

const special = [/^@stdlib\//, /^pure-rand(\/|$)/, /^ml-matrix$/, /^fft\.js$/];
const tfjs = [/^@tensorflow\//];
const react = [/^react(-dom)?(\/|$)/];

/** @type {Record<string, FolderRule>} */
export const folderRules = {
  math: {
    folders: [],
    packages: special,
    why: 'math/ is the lowest layer: plain Float64 arithmetic that every other folder may import.',
  },
  distributions: {
    folders: ['math'],
    packages: [],
    why: 'distributions/ are formulas over arrays; they know of no inference, network or page.',
  },
  inference: {
    folders: ['math', 'distributions'],
    packages: [],
    why: 'inference/ is exact Float64 mathematics with its own adjoints: no tfjs, no models.',
  },
  networks: {
    folders: ['math'],
    packages: tfjs,
    why: 'networks/ wrap tfjs and serve every model, so they must not know any.',
  },
  svae: {
    folders: ['networks', 'math'],
    packages: tfjs,
    why: 'svae/ is the training step for every graphical model, which it knows by their contract alone; it must not depend on any of them.',
  },
  datasets: {
    folders: ['math'],
    packages: [/^papaparse$/, /^stopwords-json$/],
    why: 'datasets/ make numbers from settings and text; they must work without a page and a model.',
  },
  settings: {
    folders: [],
    packages: [/^valibot$/],
    why: 'settings/ is the language in which all others declare what can be set; it depends on none of them.',
  },
  session: {
    folders: ['labs', 'datasets', 'networks', 'svae', 'settings', 'math'],
    packages: [/^comlink$/, /^valibot$/, ...tfjs],
    why: 'session/ runs models in the worker and carries their results; it knows no React and no store.',
  },
  files: {
    folders: ['settings'],
    types: ['labs', 'datasets'],
    packages: [
      /^@noble\/hashes\//,
      /^fflate$/,
      /^idb-keyval$/,
      /^modern-gif$/,
      /^papaparse$/,
      /^valibot$/,
    ],
    why: 'files/ turn what the page knows into files and back, checked; they compute and show nothing.',
  },
  store: {
    folders: ['session', 'settings', 'files'],
    types: ['labs', 'datasets', 'networks', 'svae'],
    packages: [/^react$/, /^zustand(\/|$)/, /^zundo$/, /^idb-keyval$/, /^valibot$/, /^comlink$/],
    why: 'store/ is what the page knows, as plain data: from labs it takes types and settings tables, and numbers are computed in the worker (move it there), drawn in plots/ and labs/.',
  },
  plots: {
    folders: [],
    packages: [...react, /^d3(-|$)/],
    why: 'plots/ draw from props with React and D3, so that every page, test and picture can use them without a store.',
  },
  ui: {
    folders: [],
    types: ['settings'],
    packages: [...react, /^@base-ui\/react(\/|$)/, /^katex(\/|$)/, /^@fontsource-variable\//],
    why: 'ui/ are building blocks: they may know what a settings table looks like, but not which there are; give them props.',
  },
  labs: {
    folders: ['plots', 'store', 'ui', 'settings', 'files'],
    types: ['datasets', 'networks', 'svae', 'session'],
    packages: [...react, /^d3(-|$)/, /^zustand(\/|$)/],
    apart: true,
    composing: ['compare'],
    never: /^labs\/[^/]+\/engine\//,
    why: "A lab's page puts plots, controls and text together; what is computed comes through the store, so of its engine it takes types alone. What two labs share belongs in labs/shared/, not in one of them.",
  },
  app: {
    folders: ['labs', 'store', 'ui', 'settings', 'files'],
    types: ['datasets', 'session', 'networks'],
    packages: [...react, /^zustand(\/|$)/, /^qr(\/|$)/],
    why: 'app/ is the shell around the labs; it leaves computing and drawing to other folders, and takes primitives from ui/, so that they look the same everywhere.',
  },
};

/** Files that may import more, or less, than their folder. The first that matches counts. */
export const fileRules = [
  {
    file: /^labs\/[^/]+\/engine\//,
    rule: {
      folders: ['svae', 'networks', 'inference', 'distributions', 'math', 'datasets', 'settings'],
      packages: [...tfjs, /^valibot$/],
      apart: true,
      // Its model is the others side by side: each must be the engine of its own lab, not a likeness.
      composing: ['compare'],
      never: /^labs\/[^/]+\/(page|texts|challenges)\//,
      why: "A lab's engine runs in the worker and in Node: no React, no DOM, no session. What two engines share belongs in labs/shared/engine/.",
    },
  },
  {
    file: /^labs\/(registry|allLabs)\.ts$/,
    rule: {
      folders: ['settings'],
      packages: react,
      why: 'The registry lists the labs and knows how to load them; what is in them stays in their folders.',
    },
  },
  {
    file: /^labs\/((engine|lab)\.ts$|shared\/(settings|data)\/|(?!shared\/)[^/]+\/[^/]+\.ts$)/,
    rule: {
      folders: ['settings', 'math', 'datasets'],
      types: ['networks', 'svae', 'inference', 'plots'],
      packages: [/^valibot$/],
      apart: true,
      composing: ['compare'],
      never: /^labs\/[^/]+\/engine\//,
      why: "What stands at the top of a lab's folder is light: the page, the worker and the command line all load it.",
    },
  },
  {
    file: /^main\.tsx$/,
    rule: {
      folders: ['app', 'ui'],
      packages: react,
      why: 'main.tsx only mounts the app.',
    },
  },
  {
    file: /^session\/(client|protocol|spareWorker)\.ts$/,
    rule: {
      folders: [],
      types: ['labs', 'datasets', 'networks', 'svae', 'settings'],
      packages: [/^comlink$/],
      why: 'This side of the session is loaded by the page: types and messages only, computing stays in the worker.',
    },
  },
];

/** Single files that more folders may import than the folder they are in. */
export const openFiles = [
  // The page says once which theme everything below it has.
  {
    file: /^plots\/style\/theme\.ts$/,
    for: ['app'],
  },
  {
    file: /^labs\/(lab|registry|[^/]+\/(settings|\w+Settings))\.ts$/,
    for: ['store', 'app'],
  },
  {
    file: /^session\/client\.ts$/,
    for: ['app'],
  },
  // The driver of structured VAEs is an engine.
  {
    file: /^labs\/engine\.ts$/,
    for: ['svae'],
  },
  // What the page says of own data is in their units, and of their steps in years: there is one way of reading them.
  {
    file: /^datasets\/(calendar|calendarText|columnUnits|dataset)\.ts$/,
    for: ['files', 'labs', 'plots', 'app'],
  },
  // The reader colours the words of a text as they were counted.
  {
    file: /^datasets\/texts\/(words|cutTexts|readTexts|textColumns|genotypes|genotypeFiles|scriptedTexts)\.ts$/,
    for: ['labs', 'app'],
  },
  // There is one way of writing numbers, in plots as in controls.
  {
    file: /^ui\/numbers\.ts$/,
    for: ['plots'],
  },
  // All messages quote what they have found in the same way.
  {
    file: /^settings\/words\.ts$/,
    for: ['datasets'],
  },
  // The page shows the course as the documents have it, and the version.
  {
    file: /^\.\.\/(docs\/course\.md|package\.json)/,
    for: ['app'],
  },
  // A file somebody drops on the page is read, and drawn points are checked, where they arrive.
  {
    file: /^(datasets\/(ownData|ownSeries|csv\/(readTable|chooseColumns|timeAxis|suggestRoles|csvResult|scriptedData))|math\/random)\.ts$/,
    for: ['labs', 'app'],
  },
];

/**
 * Loaders of the registry that one thread has no use for: the build leaves them out of its files
 * (vite.config.ts).
 */
export const leftOut = {
  registry: /labs\/registry\.ts$/,
  ofPage: /\/engine\/index\.ts$/,
  ofWorker: /\/page\/\w+\.tsx?$/,
};

/** What the page loads, directly or not, never contains these. */
export const pageRule = {
  entry: 'main.tsx',
  packages: tfjs,
  why: 'TensorFlow.js belongs to the worker: in the page it would cost a megabyte before anything is usable and block the display while training.',
};
