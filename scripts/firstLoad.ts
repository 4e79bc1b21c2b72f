/**
 * How the build is cut into files, and which of them a visitor to a lab is sent at once. Left to
 * itself the bundler makes a file of every few modules that the same pages share, and a browser
 * learns of each only from the one before it: eighty requests in nine waves for a lab.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { HtmlTagDescriptor, IndexHtmlTransformContext, Plugin, Rolldown } from 'vite';
import { contentSecurityPolicy } from './contentSecurity.ts';

const HOME = '/src/app/home/HomePage.tsx';
const PAGE_OF_LAB = /\/src\/labs\/(\w+)\/page\/index\.tsx?$/;
/** What every lab needs before it can be used, although the page loads it with `import()`. */
const OF_EVERY_LAB = '/src/app/lab/LabPage.tsx';
/** The same for a lab that opens on a model shipped with the page. */
const OF_SHIPPED_MODELS = '/src/files/readModelFile.ts';
/** The same for a link that says more than which lab it opens. */
const OF_LINKS = '/src/store/linkedDocument.ts';
/** The same in place of the page's own frame, in other people's pages. */
const OF_EMBEDS = '/src/app/embed/EmbedApp.tsx';
const OF_ONE_LAB = /\/src\/labs\/(?!shared\/)\w+\//;
/** Modules that begin a lab: each is loaded for that lab alone, or for the home page. */
const FIRST_OF_LAB =
  /\/src\/labs\/(?!shared\/)\w+\/(lab|page\/index|page\/Miniature|engine\/index|texts\/sources)\.tsx?$/;
const MANIFEST_OF_LAB = /\/src\/labs\/\w+\/lab\.ts$/;
const ENGINE_OF_LAB = /\/src\/labs\/\w+\/engine\/index\.ts$/;
/** Exports all parts of d3 again: a module that imports one would seem to need them all. */
const ALL_OF_D3 = /\/d3\/dist\/d3\.mjs$/;
const TFJS = /\/@tensorflow\//;
const WASM_BACKEND = /\/@tensorflow\/tfjs-backend-wasm\//;
const WORKER = /^worker-.*\.js$/;
const ICON = 'icon.svg';
/** What any page is written in: upright letters of the Latin alphabet. */
const FONT = /^source-.*-latin-wght-normal.*\.woff2$/;

/** What the page of one route needs at once, as addresses relative to the page. */
interface FirstFiles {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** The model a lab opens with, where one is shipped. */
  readonly model?: string;
  /** Labs only: the page is not to wait for its own script before the worker is started. */
  readonly worker?: string;
  /** Of a lab, for a link that says more. */
  readonly link?: string;
  /** Of a lab in other people's pages. */
  readonly embed?: Pick<FirstFiles, 'scripts' | 'styles'>;
}

/** Cuts the build by use, and has index.html ask at once for all that the route in its address needs. */
export function firstLoad(): Plugin {
  let uses = new Map<string, Use>();
  let base = './';
  let publicDir = '';
  const groups: Rolldown.CodeSplittingGroup[] = [
    ...ranks.map((rank) => ({
      debugName: `rank ${rank}`,
      name: (id: string) => {
        const use = uses.get(id);
        return use?.rank === rank ? use.file : null;
      },
      // The bundler takes whole numbers only.
      priority: 2 * (1 + rank),
    })),
    // What comes after the first picture, where several parts share it. A lab's own would bring the
    // files of that lab along, in every other lab as well.
    { name: 'later', minShareCount: 2, test: (id: string) => !OF_ONE_LAB.test(id) },
  ];
  return {
    name: 'svae-lab:first-load',
    apply: 'build',
    outputOptions: (options) => ({ ...options, codeSplitting: { groups } }),
    configResolved(config) {
      ({ base, publicDir } = config);
    },
    buildEnd() {
      uses = usesOfModules((id) => this.getModuleInfo(id), [...this.getModuleIds()]);
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (!bundle) return [];
        const isNew = (file: string) => !html.includes(file);
        const files = JSON.stringify(filesByRoute(bundle, { base, publicDir, isNew }));
        const script = `(${askAtOnce.toString()})(${files})`;
        const tags: HtmlTagDescriptor[] = [
          {
            tag: 'meta',
            attrs: {
              'http-equiv': 'Content-Security-Policy',
              content: contentSecurityPolicy(script),
            },
            injectTo: 'head-prepend',
          },
          { tag: 'script', children: script, injectTo: 'head-prepend' },
          ...fontsAhead(Object.keys(bundle), base),
        ];
        return { html: withIcon(html, readFileSync(join(publicDir, ICON), 'utf8')), tags };
      },
    },
  };
}

/** The icon of the browser's tab within the page: a request of its own comes before the worker's. */
function withIcon(html: string, icon: string): string {
  const link = new RegExp(`(<link rel="icon" href=")[^"]*${ICON}"`);
  if (!link.test(html)) throw new Error(`index.html names no icon like ${link}.`);
  const data = encodeURIComponent(icon.replace(/\n\s*/g, ''));
  return html.replace(link, `$1data:image/svg+xml,${data}"`);
}

/**
 * A browser asks for a font when it first lays out text in it: for one of them not before the lab is
 * there. They give way to the scripts, without which nothing can be read.
 */
function fontsAhead(files: readonly string[], base: string): HtmlTagDescriptor[] {
  const fonts = files.filter((file) => FONT.test(basename(file)));
  // Should the fonts be called otherwise one day, the page would load, but slowly.
  if (fonts.length === 0) throw new Error(`No file of the build is like ${FONT}.`);
  return fonts.map((font) => ({
    tag: 'link',
    attrs: {
      rel: 'preload',
      as: 'font',
      type: 'font/woff2',
      href: base + font,
      crossorigin: true,
      fetchpriority: 'low',
    },
    injectTo: 'head',
  }));
}

/**
 * Cuts the worker in two: what any lab needs, with the engines that do without tfjs, and the rest in
 * one file. With a file for each engine, tfjs would be asked for when the engine had arrived.
 */
export function fewWorkerFiles(): Plugin {
  let first = new Set<string>();
  let second = new Set<string>();
  const groups: Rolldown.CodeSplittingGroup[] = [
    { name: 'worker', test: (id) => first.has(id), priority: 2 },
    { name: 'numerics', test: (id) => second.has(id), priority: 1 },
  ];
  return {
    name: 'svae-lab:few-worker-files',
    apply: 'build',
    outputOptions: (options) => ({ ...options, codeSplitting: { groups } }),
    buildEnd() {
      const infoOf: InfoOf = (id) => this.getModuleInfo(id);
      const all = [...this.getModuleIds()];
      const engines = all.filter((id) => ENGINE_OF_LAB.test(id));
      const usesTfjs = (id: string) => [...reach(infoOf, [id])].some((used) => TFJS.test(used));
      const light = engines.filter((id) => !usesTfjs(id));
      const isEntry = (id: string) => infoOf(id)?.isEntry;
      const manifests = all.filter((id) => MANIFEST_OF_LAB.test(id));
      first = reach(infoOf, [...all.filter(isEntry), ...manifests, ...light]);
      second = reach(infoOf, [...engines, ...all.filter((id) => WASM_BACKEND.test(id))]);
    },
  };
}

type InfoOf = (id: string) => Rolldown.ModuleInfo | null;

/** Some modules and all they import, without what they load later. */
function reach(infoOf: InfoOf, starts: readonly string[]): Set<string> {
  const reached = new Set(starts);
  for (const id of reached) {
    if (ALL_OF_D3.test(id)) continue;
    for (const next of infoOf(id)?.importedIds ?? []) reached.add(next);
  }
  return reached;
}

interface Use {
  /** The file a module goes into. */
  readonly file: string;
  /** Higher for what more files need: a file takes along what its modules import, unless it is taken already. */
  readonly rank: number;
}

/** From so many labs on, many need a module at first. */
const MANY = 3;
/**
 * What several labs need at first is in one file for all labs, unless the average lab would load more characters
 * than these that it does not need, before minification: a request costs as much as one or two kilobytes.
 */
const WORTH_A_FILE = { ofTwo: 800, ofMany: 3200 } as const;
/** Styles that labs share are smaller than what one request costs. */
const STYLE = /\.css$/;
/** Fixed files first; a file of labs ranks by their number, and half a rank higher if later parts need it. */
const RANKS = { page: 100, lab: 99, model: 98, link: 97, home: 96, embed: 95 };
const ranks = [...Object.values(RANKS), ...Array.from({ length: 2 * 20 }, (_, i) => 1 + i / 2)];

/** For each module which file it belongs to, by the pages that need it at first. */
function usesOfModules(infoOf: InfoOf, all: readonly string[]): Map<string, Use> {
  const reachedFrom = (starts: readonly string[]) => reach(infoOf, starts);
  const page = reachedFrom(all.filter((id) => infoOf(id)?.isEntry));
  const home = reachedFrom(all.filter((id) => id.endsWith(HOME)));
  const ofEveryLab = reachedFrom(all.filter((id) => id.endsWith(OF_EVERY_LAB)));
  const ofShippedModels = reachedFrom(all.filter((id) => id.endsWith(OF_SHIPPED_MODELS)));
  const ofLinks = reachedFrom(all.filter((id) => id.endsWith(OF_LINKS)));
  const ofEmbeds = reachedFrom(all.filter((id) => id.endsWith(OF_EMBEDS)));
  const labs = all.flatMap((id) => {
    const folder = PAGE_OF_LAB.exec(id)?.[1];
    return folder ? [{ folder, modules: reachedFrom([id]) }] : [];
  });
  // Should the folders be called otherwise one day, the page would load, but slowly.
  if (labs.length === 0) throw new Error(`No module of the build is like ${PAGE_OF_LAB}.`);
  // Parts of any lab that come later, such as settings and dialogs.
  const laterStarts = all
    .flatMap((id) => infoOf(id)?.dynamicallyImportedIds ?? [])
    .filter((id) => !ofEveryLab.has(id));
  const later = reachedFrom(laterStarts.filter((id) => !OF_ONE_LAB.test(id)));
  const laterInLabs = reachedFrom(laterStarts.filter((id) => !FIRST_OF_LAB.test(id)));
  const laterThanHome = reachedFrom(
    laterStarts.filter((id) => !OF_ONE_LAB.test(id) && !id.endsWith(HOME)),
  );
  const usersOf = new Map(
    all.map((id) => [
      id,
      labs.filter(({ modules }) => modules.has(id)).map(({ folder }) => folder),
    ]),
  );
  // A lab's own modules stay together; shared ones that later parts need are in a file apart.
  const isLater = (id: string) => later.has(id) || (!OF_ONE_LAB.test(id) && laterInLabs.has(id));
  const partOf = (id: string) => `${usersOf.get(id)?.join('-')}${isLater(id) ? '-later' : ''}`;
  const lengths = new Map<string, number>();
  for (const id of all) {
    const part = partOf(id);
    lengths.set(part, (lengths.get(part) ?? 0) + (infoOf(id)?.code?.length ?? 0));
  }
  const isForAll = (id: string, users: readonly string[]): boolean => {
    const unused = (lengths.get(partOf(id)) ?? 0) * (1 - users.length / labs.length);
    return users.length > 1 && unused < WORTH_A_FILE[users.length < MANY ? 'ofTwo' : 'ofMany'];
  };
  const uses = new Map<string, Use>();
  // For short names, as the page's script holds a list of all files.
  const sharing = [...lengths.keys()].sort();
  for (const [id, users] of usersOf) {
    // What the home page shares with labs must not bring their files along.
    if (page.has(id) || (home.has(id) && ofEveryLab.has(id)))
      uses.set(id, { file: 'page', rank: RANKS.page });
    else if (home.has(id) && laterThanHome.has(id))
      uses.set(id, { file: 'home', rank: RANKS.home });
    else if (
      ofEveryLab.has(id) ||
      isForAll(id, users) ||
      (STYLE.test(id) && users.length > 1) ||
      (ofShippedModels.has(id) && users.length > 0)
    )
      uses.set(id, { file: 'lab', rank: RANKS.lab });
    else if (ofShippedModels.has(id)) uses.set(id, { file: 'model', rank: RANKS.model });
    else if (ofLinks.has(id)) uses.set(id, { file: 'link', rank: RANKS.link });
    else if (ofEmbeds.has(id) && users.length === 0)
      uses.set(id, { file: 'embed', rank: RANKS.embed });
    else if (users.length > 0) {
      const name = users.length === 1 ? users[0] : `shared${sharing.indexOf(partOf(id))}`;
      const file = users.length === 1 && isLater(id) ? `${name}-later` : name;
      uses.set(id, { file, rank: users.length + (isLater(id) ? 0.5 : 0) });
    }
  }
  return uses;
}

interface Place {
  readonly base: string;
  readonly publicDir: string;
  /** Whether index.html does not ask for a file by itself. */
  readonly isNew: (file: string) => boolean;
}

/** The files of each route; a lab's route is the name of its folder, in the spelling of addresses. */
function filesByRoute(
  bundle: NonNullable<IndexHtmlTransformContext['bundle']>,
  { base, publicDir, isNew }: Place,
): Readonly<Record<string, FirstFiles>> {
  const outputs = Object.values(bundle);
  const chunks = outputs.filter((output) => output.type === 'chunk');
  const withModule = (end: string) =>
    chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(end)));
  const worker = outputs.find(({ fileName }) => WORKER.test(basename(fileName)));
  const files = (starts: readonly Rolldown.OutputChunk[]): FirstFiles => {
    const needed = new Set([...chunks.filter(({ isEntry }) => isEntry), ...starts]);
    for (const { imports } of needed) {
      for (const chunk of chunks) if (imports.includes(chunk.fileName)) needed.add(chunk);
    }
    const newFiles = (names: readonly string[]) => names.filter(isNew).map((name) => base + name);
    return {
      scripts: newFiles([...needed].map(({ fileName }) => fileName)),
      styles: newFiles(
        [...needed].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]),
      ),
    };
  };
  const ofEveryLab = withModule(OF_EVERY_LAB);
  const [link] = withModule(OF_LINKS);
  const embed = files(withModule(OF_EMBEDS));
  const routes: Record<string, FirstFiles> = { '/': files(withModule(HOME)) };
  for (const chunk of chunks) {
    const folder = chunk.moduleIds.map((id) => PAGE_OF_LAB.exec(id)?.[1]).find(Boolean);
    if (!folder) continue;
    const id = folder.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const model = `models/${id}.json`;
    const isShipped = existsSync(join(publicDir, model));
    const own = files([...ofEveryLab, chunk, ...(isShipped ? withModule(OF_SHIPPED_MODELS) : [])]);
    routes[`/${id}`] = {
      ...own,
      ...(isShipped && { model: base + model }),
      ...(worker && { worker: base + worker.fileName }),
      ...(link && { link: base + link.fileName }),
      embed: {
        scripts: embed.scripts.filter((file) => !own.scripts.includes(file)),
        styles: embed.styles.filter((file) => !own.styles.includes(file)),
      },
    };
  }
  return routes;
}

/**
 * In the page, as text, before anything else of it: so it uses nothing from outside, and nothing
 * that the oldest of our browsers lacks.
 */
function askAtOnce(routes: Readonly<Record<string, FirstFiles>>): void {
  const [path, state = ''] = location.hash.slice(1).split('?');
  // What is about the page around, see settings/embedLink.ts, says nothing of what the lab opens with.
  const linkState = state.replace(/(^|&)(embed|theme|host)=[^&]*/g, '');
  const files = routes[path.replace(/\/*$/, '') || '/'];
  if (!files) return;
  const ask = (href: string, attributes: Readonly<Record<string, string>>) => {
    const link = document.createElement('link');
    document.head.append(Object.assign(link, { crossOrigin: 'anonymous', href, ...attributes }));
  };
  const embed =
    files.embed && /(^|&)embed=/.test(state) ? files.embed : { scripts: [], styles: [] };
  for (const script of [...files.scripts, ...embed.scripts]) ask(script, { rel: 'modulepreload' });
  if (files.link && linkState) ask(files.link, { rel: 'modulepreload' });
  for (const style of [...files.styles, ...embed.styles])
    ask(style, { rel: 'preload', as: 'style' });
  // A link says by itself what it opens; one that asks for steps may start from the shipped model.
  if (files.model && (!linkState || /(^|&)steps=/.test(linkState))) {
    ask(files.model, { rel: 'preload', as: 'fetch' });
  }
  if (files.worker) {
    const worker = new Worker(files.worker, { type: 'module', name: path.slice(1) });
    window.svaeLabWorker = worker;
    // The page does not listen yet: of a worker that cannot be loaded it would wait for an answer.
    worker.onerror = () => {
      window.svaeLabWorker = undefined;
    };
  }
}
