/**
 * `nest add nest-clerk --global-guard` in a project of `nest new`, as its users run it: the Nest CLI installs the package from
 * a registry, which here is on this machine, and runs the schematic. Then the project builds, its tests pass, and the
 * application answers 401 to a request without a token. A second `nest add` changes nothing.
 *
 *     node tools/checks/nest-add.mjs MAJOR DIRECTORY TARBALL
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expectToServe } from './served-program.mjs';

const [major, directory, tarball] = process.argv.slice(2);

/** A registry with the packed library, which redirects to the configured one for all other packages. */
async function serveRegistry() {
  const { stdout } = await promisify(execFile)('npm', ['config', 'get', 'registry']);
  const upstream = stdout.trim().replace(/\/$/, '');
  const content = readFileSync(tarball);
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const server = createServer((request, response) => {
    if (request.url === '/nest-clerk.tgz') return response.end(content);
    if (request.url !== '/nest-clerk')
      return response.writeHead(307, { location: upstream + request.url }).end();
    const dist = {
      tarball: `${origin}/nest-clerk.tgz`,
      integrity: `sha512-${createHash('sha512').update(content).digest('base64')}`,
    };
    response.setHeader('content-type', 'application/json').end(
      JSON.stringify({
        name: manifest.name,
        'dist-tags': { latest: manifest.version },
        versions: { [manifest.version]: { ...manifest, dist } },
      }),
    );
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, close: () => server.close() };
}

async function runInProject(command, args, env = {}) {
  try {
    const options = { cwd: directory, env: { ...process.env, ...env }, timeout: 300_000 };
    return (await promisify(execFile)(command, args, options)).stdout;
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')} failed:\n${error.stdout}${error.stderr}`, { cause: error });
  }
}

/** The files of the project, without those of packages and builds. */
function snapshot() {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter(
    file => !/(^|\/)(node_modules|dist)(\/|$)/.test(file) && statSync(join(directory, file)).isFile(),
  );
  return JSON.stringify(files.sort().map(file => [file, readFileSync(join(directory, file), 'utf8')]));
}

const registry = await serveRegistry();
const env = { npm_config_registry: registry.origin, npm_config_audit: 'false', npm_config_fund: 'false' };
try {
  const add = (...options) =>
    runInProject('npx', ['--yes', `@nestjs/cli@${major}`, 'add', 'nest-clerk', ...options], env);

  await add();
  await runInProject('npx', ['nest', 'build']);
  // Without the guard, the tests of the starter pass as they are.
  await runInProject('npm', ['run', 'test:e2e']);

  await add('--skip-install', '--global-guard');
  const before = snapshot();
  await add('--skip-install', '--global-guard');
  if (snapshot() !== before) throw new Error('the second `nest add --global-guard` changed the project');

  rmSync(join(directory, 'dist'), { recursive: true });
  await runInProject('npx', ['nest', 'build']);
  await runInProject('npm', ['test']);
  // That of the starter expects 200 for a route which is guarded now.
  await runInProject('npm', ['run', 'test:e2e', '--', 'clerk.e2e-spec']);
  const main = ['dist/main.js', 'dist/src/main.js'].find(file => existsSync(join(directory, file)));
  await expectToServe(directory, join(directory, main), { '/': 401 });
} finally {
  registry.close();
}
