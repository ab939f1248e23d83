// The rules about the code. Each takes files and returns what is wrong with them, one line each.
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { type Facts, factsOf } from './facts.ts';
import { isCode, isForDevelopment, type RepositoryFile } from './files.ts';
import { FULLY_LISTED, type Layer, LAYERS, NODE, PACKAGES } from './layers.ts';

export type Rule = (files: RepositoryFile[]) => string[];

export const importsFollowTheTable: Rule = (files) =>
  eachCode(files, ({ path }, { imports }) => {
    const layer = layerOf(path);
    // A test may reach for what it tests; a journey may not, it knows no more than a person.
    if (!layer || (isForDevelopment(path) && layer.folder !== 'e2e')) return [];
    return imports
      .map(({ from }) => targetOf(path, from))
      .filter((target) => !isAllowed(layer, target))
      .map((target) => `${path} imports ${target}, but ${layer.folder}: ${layer.why}`);
  });

export const everyFolderHasARow: Rule = (files) =>
  FULLY_LISTED.flatMap((parent) => {
    const entries = files.filter(({ path }) => path.startsWith(`${parent}/`) && !isForDevelopment(path)).map(({ path }) => path.slice(parent.length + 1).split('/')[0] ?? '');
    return [...new Set(entries)].filter((entry) => !LAYERS.some(({ folder }) => folder === `${parent}/${entry}`)).map((entry) => `${parent}/${entry} has no row in test/architecture/layers.ts`);
  });

export const queriesStayAtHome: Rule = (files) =>
  eachCode(files, ({ path }, { imports }) =>
    imports
      .map(({ from }) => targetOf(path, from))
      .filter((target) => /(^|[/-])queries\.tsx?$/.test(target) && featureOf(target) !== featureOf(path))
      .map((target) => `${path} imports ${target}: call a verb of that feature instead`),
  );

export const packagesAreDeclared: Rule = (files) => {
  const manifests = manifestsOf(files);
  return eachCode(files, ({ path }, { imports }) =>
    imports
      .filter(({ from }) => isPackage(from))
      .filter(({ from, typeOnly }) => !isDeclared(path, packageName(from), typeOnly, manifests))
      .map(({ from }) => `${path} imports ${packageName(from)}, which its package.json does not declare for that use`),
  );
};

export const oneReaderOfTheEnvironment: Rule = (files) =>
  eachCode(files, ({ path }, { readsEnvironment }) =>
    readsEnvironment && path.startsWith('apps/api/src/') && path !== 'apps/api/src/config.ts' && !isForDevelopment(path) ? [`${path} reads process.env: ask config.ts`] : [],
  );

// The browser's clock is read in one file too: a countdown needs it.
const CLOCKS = ['apps/api/src/clock.ts', 'apps/web/src/clock.ts'];

export const oneReaderOfTheClock: Rule = (files) =>
  eachCode(files, ({ path }, { readsClock }) =>
    /^(apps|packages)\//.test(path) && !CLOCKS.includes(path) && !isForDevelopment(path) ? readsClock.map((call) => `${path} calls ${call}: time is an argument, or comes from a clock`) : [],
  );

export const nothingIsLeftToChance: Rule = (files) => eachCode(files, ({ path }, { usesChance }) => (usesChance ? [`${path} draws a random number that is neither secret nor repeatable`] : []));

export const noTestIsLeftOut: Rule = (files) => eachCode(files, ({ path }, { narrowedTests }) => narrowedTests.map((call) => `${path} leaves tests out with ${call}(`));

// Written in pieces, so that this file does not break its own rule.
const PLACES = [
  { what: 'a package registry', pattern: new RegExp(['//registry\\.', 'registry\\.npmj' + 's', 'npmj' + 's\\.(org|com)', 'deb\\.debia' + 'n\\.org', 'pypi\\.or' + 'g'].join('|')) },
  { what: 'a path of one machine', pattern: new RegExp(['(?<![\\w.:/@-])/(work|root|workspace)/', '(?<![\\w.:/@-])/(home|Users)/[\\w.-]+/', '[A-Z]:\\\\Users\\\\'].join('|')) },
];

export const noPlaceIsNamed: Rule = (files) =>
  files.flatMap(({ path, text }) =>
    PLACES.flatMap(({ what, pattern }) => {
      const found = pattern.exec(text);
      return found ? [`${path} names ${what}: ${found[0]}`] : [];
    }),
  );

const factsSeen = new WeakMap<RepositoryFile, Facts>();

function eachCode(files: RepositoryFile[], judge: (file: RepositoryFile, facts: Facts) => string[]): string[] {
  return files.filter(({ path }) => isCode(path)).flatMap((file) => judge(file, rememberedFacts(file)));
}

function rememberedFacts(file: RepositoryFile): Facts {
  const facts = factsSeen.get(file) ?? factsOf(file);
  factsSeen.set(file, facts);
  return facts;
}

function layerOf(path: string): Layer | undefined {
  return LAYERS.filter(({ folder }) => isIn(path, folder)).sort((a, b) => b.folder.length - a.folder.length)[0];
}

/** A package by its name, a module of Node as `node:fs`, a file of ours by its path from the root. */
function targetOf(path: string, from: string): string {
  if (from.startsWith('.')) return posix.join(posix.dirname(path), from);
  if (isBuiltin(from)) return from.startsWith(NODE) ? from : NODE + from;
  return packageName(from);
}

function isAllowed({ folder, may, mayNot = [] }: Layer, target: string): boolean {
  if (mayNot.includes(target)) return false;
  if (may.includes(target) || isIn(target, folder)) return true;
  if (target.startsWith(NODE)) return may.includes(NODE);
  return isOurs(target) ? may.some((allowed) => isIn(target, allowed)) : may.includes(PACKAGES);
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function isOurs(target: string): boolean {
  return /^(apps|packages|e2e|scripts|test|tools|docs)\//.test(target) || target.startsWith('..');
}

function isPackage(from: string): boolean {
  return !from.startsWith('.') && !isBuiltin(from) && !from.startsWith('virtual:');
}

function isBuiltin(from: string): boolean {
  return from.startsWith(NODE) || builtinModules.includes(from);
}

function packageName(from: string): string {
  return from.split('/').slice(0, from.startsWith('@') ? 2 : 1).join('/');
}

function featureOf(path: string): string {
  return posix.dirname(path).split('/').slice(0, 4).join('/');
}

interface Manifest {
  folder: string;
  dependencies: string[];
  devDependencies: string[];
}

function manifestsOf(files: RepositoryFile[]): Manifest[] {
  return files
    .filter(({ path }) => posix.basename(path) === 'package.json')
    .map(({ path, text }) => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(text) as Record<string, Record<string, string> | undefined>;
      return { folder: posix.dirname(path), dependencies: Object.keys(dependencies), devDependencies: Object.keys(devDependencies) };
    });
}

// What runs for a user must be a dependency; types and development may rest on devDependencies, also on those of the root.
function isDeclared(path: string, name: string, typeOnly: boolean, manifests: Manifest[]): boolean {
  const root = manifests.find(({ folder }) => folder === '.');
  const own = manifests.filter(({ folder }) => folder !== '.' && isIn(path, folder)).sort((a, b) => b.folder.length - a.folder.length)[0] ?? root;
  const development = [...(own?.devDependencies ?? []), ...(root?.devDependencies ?? [])];
  const declared = typeOnly || isForDevelopment(path) ? [...(own?.dependencies ?? []), ...development] : (own?.dependencies ?? []);
  return declared.includes(name) || (typeOnly && declared.includes(`@types/${name.replace(/^@(.+)\//, '$1__')}`));
}
