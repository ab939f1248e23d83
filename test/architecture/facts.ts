// What one file of code does that the rules care about, read from its syntax tree, so that comments and texts do not count.
import ts from 'typescript';
import type { RepositoryFile } from './files.ts';

export interface Import {
  from: string;
  typeOnly: boolean;
}

export interface Facts {
  imports: Import[];
  readsClock: string[];
  usesChance: boolean;
  readsEnvironment: boolean;
  narrowedTests: string[];
}

const CLOCK = new Set(['Date.now', 'performance.now', 'performance.timeOrigin', 'process.hrtime', 'process.hrtime.bigint']);
// With arguments these luxon calls build a time; without any they read the clock.
const CLOCK_WITHOUT_ARGUMENTS = new Set(['DateTime.now', 'DateTime.local', 'DateTime.utc', 'Date']);

export function factsOf({ path, text }: RepositoryFile): Facts {
  const facts: Facts = { imports: [], readsClock: [], usesChance: false, readsEnvironment: false, narrowedTests: [] };
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, path.endsWith('x') ? ts.ScriptKind.TSX : undefined);
  const visit = (node: ts.Node) => {
    noteImport(node, facts);
    noteAccess(node, facts);
    noteCall(node, source, facts);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return facts;
}

function noteImport(node: ts.Node, { imports }: Facts) {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    imports.push({ from: node.moduleSpecifier.text, typeOnly: node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword });
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    imports.push({ from: node.moduleSpecifier.text, typeOnly: node.isTypeOnly });
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [target] = node.arguments;
    if (target && ts.isStringLiteralLike(target)) imports.push({ from: target.text, typeOnly: false });
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    imports.push({ from: node.argument.literal.text, typeOnly: true });
  }
}

function noteAccess(node: ts.Node, facts: Facts) {
  if (!ts.isPropertyAccessExpression(node)) return;
  const name = dotted(node);
  if (CLOCK.has(name)) facts.readsClock.push(name);
  if (name === 'Math.random') facts.usesChance = true;
  if (name === 'process.env') facts.readsEnvironment = true;
}

function noteCall(node: ts.Node, source: ts.SourceFile, facts: Facts) {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return;
  const name = dotted(node.expression);
  if (CLOCK_WITHOUT_ARGUMENTS.has(name) && !node.arguments?.length) facts.readsClock.push(`${name}()`);
  if (/^(test|it|describe|suite)\b.*\.(only|skip)$/.test(name)) facts.narrowedTests.push(node.expression.getText(source));
}

/** `a.b.c` for a chain of names, and through calls: `test.each(...).only` is `test.each.only`. */
function dotted(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return `${dotted(node.expression)}.${node.name.text}`;
  if (ts.isCallExpression(node)) return dotted(node.expression);
  return '?';
}
