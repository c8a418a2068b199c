/**
 * Compares docs/errors.md with the source: every error code and rejection reason has a row, and every row a code.
 *
 *     node tools/checks/errors.mjs            checks
 *     node tools/checks/errors.mjs --print    prints every code, and every configuration error's message, for review
 */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** The types that enumerate codes and reasons, where each is declared. */
const CODE_TYPES = [
  ['lib/errors/clerk-configuration-error.ts', 'ClerkConfigurationErrorCode'],
  ['lib/errors/token-verification-error.ts', 'TokenVerificationErrorReason'],
  ['lib/authentication/auth-reason.ts', 'AuthErrorReason'],
  ['lib/authentication/auth-reason.ts', 'AuthReason'],
  ['lib/errors/webhook-verification-error.ts', 'WebhookVerificationErrorReason'],
  ['lib/nest/exceptions/access-denied.exception.ts', 'AccessDeniedReason'],
];

const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, '.');
const program = ts.createProgram(['lib/index.ts', 'lib/testing/index.ts'], options);
const checker = program.getTypeChecker();

/** The string literals of a union type; template literals such as `session-token-expired-refresh-…` are described in prose. */
function literalsOf(file, name) {
  const module = checker.getSymbolAtLocation(program.getSourceFile(file));
  const symbol = checker.getExportsOfModule(module).find(exported => exported.name === name);
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const members = type.isUnion() ? type.types : [type];
  return members.filter(member => member.isStringLiteral()).map(member => member.value);
}

const codes = new Set(CODE_TYPES.flatMap(([file, name]) => literalsOf(file, name)));

if (process.argv.includes('--print')) {
  for (const [file, name] of CODE_TYPES) console.log(`\n${name}\n  ${literalsOf(file, name).join('\n  ')}`);
  console.log('\nMessages');
  for (const source of program.getSourceFiles()) {
    if (!/\/lib\/(?!.*generated)/.test(source.fileName) || source.isDeclarationFile) continue;
    const visit = node => {
      if (
        ts.isNewExpression(node) &&
        /^(Clerk\w*Error|TokenVerificationError)$/.test(node.expression.getText(source))
      ) {
        const line = source.getLineAndCharacterOfPosition(node.pos).line + 1;
        console.log(
          `  ${source.fileName.replace(/^.*\/lib\//, 'lib/')}:${line}: ${(node.arguments ?? []).map(each => each.getText(source).replace(/\s+/g, ' ')).join(', ')}`,
        );
      }
      node.forEachChild(visit);
    };
    visit(source);
  }
} else {
  const rows = [...readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `([^`]+)` +\|/gm)].map(
    ([, code]) => code,
  );
  const missing = [...codes].filter(code => !rows.includes(code));
  const mentions = literalsInLibrary();
  const unknown = rows.filter(
    code => !/^[A-Z]\w+(Error|Exception)$/.test(code) && !mentions.some(mention => mention.test(code)),
  );
  for (const code of missing) console.error(`docs/errors.md has no row for ${code}`);
  for (const code of unknown)
    console.error(`docs/errors.md describes ${code}, which the library does not use`);
  console.log(`${codes.size} codes and reasons, ${missing.length + unknown.length} problems`);
  process.exitCode = missing.length + unknown.length ? 1 : 0;
}

/**
 * Every string and template literal of the library as a pattern, because some reasons are literals where they are
 * thrown.
 */
function literalsInLibrary() {
  const escape = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const patterns = new Set();
  for (const source of program.getSourceFiles()) {
    if (!/\/lib\//.test(source.fileName) || source.isDeclarationFile) continue;
    const visit = node => {
      if (ts.isStringLiteralLike(node)) patterns.add(escape(node.text));
      if (ts.isTemplateExpression(node) && node.head.text === '' && node.templateSpans.length === 1) {
        const { text } = node.templateSpans[0].literal;
        if (/^-[a-z-]+$/.test(text)) patterns.add(`[a-z]+${escape(text)}`);
      }
      node.forEachChild(visit);
    };
    visit(source);
  }
  return [...patterns].map(pattern => new RegExp(`^${pattern}$`));
}
