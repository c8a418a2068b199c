import ts from 'typescript';

import { nestAdd } from '../../lib/schematics/nest-add/index.js';
import type { NestAddOptions } from '../../lib/schematics/nest-add/options.js';
import type { Tree } from '../../lib/schematics/tree.js';

/** The files of a project of `nest new`, without those that the schematic does not read. */
export function starter(moduleSource: string, files: Record<string, string> = {}): Record<string, string> {
  return {
    'package.json': JSON.stringify({ devDependencies: {} }),
    'nest-cli.json': '{ "sourceRoot": "src" }',
    'src/main.ts': `import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  await app.listen(process.env.PORT ?? 3000);
}
bootstrap();
`,
    'src/app.module.ts': moduleSource,
    ...files,
  };
}

/**
 * A tree in memory, which like that of `@angular-devkit/schematics` rejects to create a file twice, and to overwrite one that
 * does not exist. tools/checks/starters.mjs runs the schematic with the Nest CLI and its tree.
 */
class MemoryTree implements Tree {
  readonly files: Map<string, string>;

  constructor(files: Record<string, string>) {
    this.files = new Map(Object.entries(files));
  }

  exists(path: string): boolean {
    return this.files.has(path);
  }

  readText(path: string): string {
    if (!this.files.has(path)) throw new Error(`Path "${path}" does not exist.`);
    return this.files.get(path)!;
  }

  create(path: string, content: string): void {
    if (this.files.has(path)) throw new Error(`Path "${path}" already exist.`);
    this.files.set(path, content);
  }

  overwrite(path: string, content: string): void {
    this.readText(path);
    this.files.set(path, content);
  }

  getDir(path: string) {
    const inside = [...this.files.keys()]
      .filter(file => file.startsWith(`${path}/`))
      .map(file => file.slice(path.length + 1).split('/'));
    const subdirs = new Set(inside.filter(({ length }) => length > 1).map(([name]) => name!));
    return {
      subfiles: inside.filter(({ length }) => length === 1).map(([name]) => name!),
      subdirs: [...subdirs],
    };
  }
}

/** Runs `nest add nest-clerk` on files in memory. */
export function runNestAdd(files: Record<string, string>, options: NestAddOptions = {}) {
  const tree = new MemoryTree(files);
  const messages: string[] = [];
  const warnings: string[] = [];
  const logger = {
    info: (message: string) => void messages.push(message),
    warn: (message: string) => void warnings.push(message),
  };
  nestAdd(options)(tree, { logger });
  return { files: Object.fromEntries(tree.files), messages, warnings };
}

/** What TypeScript's own parser reads in the source of a module. */
export function readModule(source: string, className = 'AppModule') {
  const file = ts.createSourceFile('app.module.ts', source, ts.ScriptTarget.Latest, true);
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: ts.Diagnostic[] };
  const imports: string[] = [];
  const metadata: Record<string, string[] | string> = {};
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) imports.push(...importedNames(statement));
    if (!ts.isClassDeclaration(statement) || statement.name?.text !== className) continue;
    for (const decorator of ts.getDecorators(statement) ?? [])
      if (decorator.expression.getText().startsWith('Module(')) readMetadata(decorator, metadata);
  }
  return { errors: parseDiagnostics.map(({ messageText }) => messageText), imports, metadata };
}

function importedNames({ importClause, moduleSpecifier }: ts.ImportDeclaration): string[] {
  const from = (moduleSpecifier as ts.StringLiteral).text;
  const bindings = importClause?.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements.map(each => each.getText()) : [];
  return [...(importClause?.name ? ['default'] : []), ...named].map(name => `${name} from ${from}`);
}

function readMetadata(decorator: ts.Decorator, metadata: Record<string, string[] | string>): void {
  const [object] = (decorator.expression as ts.CallExpression).arguments;
  for (const property of object ? (object as ts.ObjectLiteralExpression).properties : []) {
    const name = property.name?.getText().replace(/['"]/g, '') ?? property.getText();
    let value = ts.isPropertyAssignment(property) ? property.initializer : undefined;
    while (value && (ts.isAsExpression(value) || ts.isSatisfiesExpression(value))) value = value.expression;
    metadata[name] =
      value && ts.isArrayLiteralExpression(value)
        ? value.elements.map(element => element.getText())
        : (value?.getText() ?? '');
  }
}
