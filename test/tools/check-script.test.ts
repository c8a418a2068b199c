import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** The steps of CI outside of `npm run check`: the tests, and steps that need a browser or a server. */
const NOT_IN_CHECK = ['bash .ci/test', 'npm run --silent test:clerk-js', 'bash .ci/postgresql npm test'];

/** Every script that `npm run <name>` runs, directly or through another script. */
function scriptsOf(name: string): string[] {
  const called = [...(scripts[name] ?? '').matchAll(/npm run --silent ([\w:-]+)/g)].map(
    ([, script]) => script!,
  );
  return [...called, ...called.flatMap(scriptsOf)];
}

describe('npm run check', () => {
  const steps = [...readFileSync('.ci/run', 'utf8').matchAll(/^step '.*?' (.+)$/gm)].map(
    ([, command]) => command!,
  );

  it.each(steps.filter(command => !NOT_IN_CHECK.some(other => command.startsWith(other))))(
    'contains the step of CI: %s',
    command => {
      const [, script] = /^npm run --silent ([\w:-]+)$/.exec(command) ?? [];
      expect(scriptsOf('check')).toContain(script);
    },
  );

  it('contains existing scripts only', () => {
    expect(scriptsOf('check').filter(name => !(name in scripts))).toEqual([]);
  });
});
