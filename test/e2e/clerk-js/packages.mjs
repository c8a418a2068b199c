/**
 * Fetches the browser builds of ClerkJS that the suite runs, once.
 *
 * They are no devDependencies: `@clerk/ui` depends on a version of `@clerk/localizations` that the registry does not
 * have, and brings some 500 MB of dependencies, of which the browser builds need none.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/clerk-js/', import.meta.url));

const PACKAGES = [
  {
    name: 'clerk-js',
    version: '6.40.0',
    integrity:
      'sha512-2MnZ/ygvuCmeuqfXQmsxfQaLN/SSJvQbtT2cLXbgr5VKr3KmZFZBVvX977fG3eZ6pprl4J9pO+I2bbe6BvColg==',
  },
  {
    name: 'ui',
    version: '1.36.0',
    integrity:
      'sha512-uI96zYCh5jISLOt1mdpIPy/Y31P0kwFxjUFOxLUwFfTHFmGUcRjbqN6bbb+75tdI2Bz6ARGws3rhspDer+xIfQ==',
  },
];

/**
 * @returns {Record<string, string>} the directory of each package's browser builds, by the package's name without
 *   `@clerk/`
 */
export function clerkJsPackages() {
  return Object.fromEntries(PACKAGES.map(entry => [entry.name, join(unpacked(entry), 'package', 'dist')]));
}

function unpacked({ name, version, integrity }) {
  const directory = join(CACHE, `${name}-${version}`);
  if (existsSync(directory)) return directory;
  mkdirSync(CACHE, { recursive: true });
  // Moved into place when it is whole, so that an interrupted run leaves no half package behind.
  const temporary = mkdtempSync(join(CACHE, 'unpacking-'));
  try {
    const spec = `@clerk/${name}@${version}`;
    execFileSync('npm', ['pack', spec, '--pack-destination', temporary, '--silent'], { stdio: 'pipe' });
    const tarball = join(temporary, `clerk-${name}-${version}.tgz`);
    const digest = createHash('sha512').update(readFileSync(tarball)).digest('base64');
    if (`sha512-${digest}` !== integrity)
      throw new Error(`${spec} is sha512-${digest}, not the package that it was.`);
    execFileSync('tar', ['-xzf', tarball, '-C', temporary]);
    rmSync(tarball);
    renameSync(temporary, directory);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return directory;
}
