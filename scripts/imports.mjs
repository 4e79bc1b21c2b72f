import { posix } from 'node:path';
import { parseSync } from 'vite';
import { fileRules, folderRules, leftOut, openFiles, pageRule } from './import-rules.mjs';

/**
 * @typedef {object} Import
 * @property {string} target a path within `src/`, or a package
 * @property {boolean} isPackage
 * @property {boolean} isType
 * @property {number} line
 *
 * @typedef {import('./import-rules.mjs').FolderRule} FolderRule
 */

/**
 * Checks the import directions of `import-rules.mjs`. Tests may import what they like: they ship
 * with nothing. (Cycles are Biome's business.)
 *
 * @param {ReadonlyMap<string, string>} sources the text of every TypeScript file by its path within
 *   `src/`, with forward slashes
 * @returns {string[]} one message for each forbidden import, with the reason
 */
export function forbiddenImports(sources) {
  /** @type {Map<string, Import[]>} */
  const imports = new Map();
  for (const [file, text] of sources) {
    if (!/\.(test|fixture)\.tsx?$/.test(file)) imports.set(file, importsOf(file, text));
  }
  return [...directionErrors(imports), ...pageErrors(imports)];
}

/** @param {ReadonlyMap<string, Import[]>} imports */
function* directionErrors(imports) {
  for (const [file, list] of imports) {
    const rule = ruleFor(file);
    if (rule === undefined) {
      yield `src/${file}: add its folder to scripts/import-rules.mjs and say what it may import.`;
      continue;
    }
    for (const { target, isPackage, isType, line } of list) {
      const allowed = isPackage
        ? rule.packages.some((pattern) => pattern.test(target))
        : mayImport(file, target, isType, rule);
      const verb = isType ? 'import types from' : 'import';
      if (!allowed) yield `src/${file}:${line} must not ${verb} ${target}\n    ${rule.why}`;
    }
  }
}

/**
 * Follows every import the page makes, so that no chain of allowed steps leads to a forbidden place.
 *
 * @param {ReadonlyMap<string, Import[]>} imports
 */
function* pageErrors(imports) {
  /** @type {Map<string, string>} each reached file, with the chain that leads to it */
  const chains = new Map([[pageRule.entry, pageRule.entry]]);
  for (const [file, chain] of chains) {
    for (const { target, isPackage, isType } of imports.get(file) ?? []) {
      if (isType || chains.has(target)) continue;
      if (leftOut.registry.test(file) && leftOut.ofPage.test(target)) continue;
      if (!isPackage) chains.set(target, `${chain} → ${target}`);
      else if (pageRule.packages.some((pattern) => pattern.test(target))) {
        yield `src/${chain} → ${target}\n    ${pageRule.why}`;
      }
    }
  }
}

/**
 * @param {string} file
 * @returns {FolderRule | undefined}
 */
function ruleFor(file) {
  return fileRules.find((entry) => entry.file.test(file))?.rule ?? folderRules[folderOf(file)];
}

/**
 * @param {string} file
 * @param {string} target
 * @param {boolean} isType
 * @param {FolderRule} rule
 */
function mayImport(file, target, isType, rule) {
  const from = folderOf(file);
  const to = folderOf(target);
  if (from === to) {
    const { apart, composing, never } = rule;
    if (never?.test(target) && !isType) return false;
    return !apart || composing?.includes(file.split('/')[1] ?? '') || sameOrShared(file, target);
  }
  if (rule.folders.includes(to) || (isType && rule.types?.includes(to))) return true;
  return openFiles.some((open) => open.file.test(target) && open.for.includes(from));
}

/**
 * Whether a file and its target in the same folder belong to the same model or lab, or the target
 * to all.
 *
 * @param {string} file
 * @param {string} target
 */
function sameOrShared(file, target) {
  const [, from, ...inside] = file.split('/');
  const [, to, ...targetInside] = target.split('/');
  const isShared = targetInside.length === 0 || to === 'shared';
  return inside.length === 0 || isShared || from === to;
}

/**
 * @param {string} file
 * @param {string} text
 * @returns {Import[]}
 */
function importsOf(file, text) {
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`src/${file}: ${errors[0]?.message}`);
  /** @type {Import[]} */
  const found = [];
  const add = (/** @type {string} */ specifier, /** @type {boolean} */ isType, start = 0) => {
    // A worker is a program of its own, started by its address.
    if (/\?(.*&)?worker\b/.test(specifier)) return;
    const path = specifier.replace(/\?.*$/, '');
    const isPackage = !path.startsWith('.');
    const target = isPackage ? path : posix.join(posix.dirname(file), path);
    found.push({ target, isPackage, isType, line: text.slice(0, start).split('\n').length });
  };
  for (const { moduleRequest, entries, start } of module.staticImports) {
    const isType = entries.length > 0 && entries.every((entry) => entry.isType);
    add(moduleRequest.value, isType, start);
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType, start } of entries) {
      if (moduleRequest) add(moduleRequest.value, isType, start);
    }
  }
  for (const { moduleRequest, start } of module.dynamicImports) {
    // With its quotes; a computed address stays as it is and is reported as an unknown package.
    const source = text.slice(moduleRequest.start, moduleRequest.end);
    add(source.replace(/^['"`]|['"`]$/g, ''), false, start);
  }
  return found;
}

/** @param {string} file */
function folderOf(file) {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : '';
}
