import type { Tree } from '../tree.js';
import { lineBreakOf } from '../source/module-metadata.js';

const FILE = '.env.example';
const VARIABLES = ['CLERK_PUBLISHABLE_KEY', 'CLERK_SECRET_KEY'];

/** Adds the variables that .env.example does not have yet; a commented one counts as present. */
export function writeEnvironmentExample(tree: Tree): void {
  const before = tree.exists(FILE) ? tree.readText(FILE) : '';
  const missing = VARIABLES.filter(
    name => !new RegExp(`^[ \\t]*(?:#[ \\t]*)?(?:export[ \\t]+)?${name}[ \\t]*=`, 'm').test(before),
  );
  if (!missing.length) return;
  const lineBreak = lineBreakOf(before);
  const separator = before === '' ? '' : before.endsWith('\n') ? lineBreak : lineBreak + lineBreak;
  const lines = ['# Clerk: https://dashboard.clerk.com/~/api-keys', ...missing.map(name => `${name}=`), ''];
  const content = before + separator + lines.join(lineBreak);
  if (tree.exists(FILE)) tree.overwrite(FILE, content);
  else tree.create(FILE, content);
}
