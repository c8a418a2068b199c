/** Starts built applications, and asks them over HTTP. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/**
 * Starts a program that listens on PORT, with keys of no instance, and compares its answers to requests without a token.
 *
 * @param {Record<string, number>} expected the status by path
 */
export async function expectToServe(directory, file, expected) {
  const port = await freePort();
  const key = Buffer.from('happy-koala-42.clerk.accounts.dev$').toString('base64');
  const child = spawn(process.execPath, [file], {
    cwd: directory,
    env: {
      ...process.env,
      PORT: String(port),
      CLERK_SECRET_KEY: 'sk_test_0123456789abcdefghijklmnopqrstuvwxyzABCD',
      CLERK_PUBLISHABLE_KEY: `pk_test_${key}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', chunk => (printed += chunk));
  child.stderr.on('data', chunk => (printed += chunk));
  try {
    for (const [path, status] of Object.entries(expected)) {
      const actual = await statusOf(port, path, child);
      if (actual !== status) throw new Error(`${file} answers ${path} with ${actual}:\n${printed}`);
    }
  } finally {
    child.kill();
  }
}

async function statusOf(port, path, child) {
  for (let attempt = 0; attempt < 100 && child.exitCode === null; attempt++) {
    try {
      return (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    } catch {
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
  return `nothing (exit code ${child.exitCode})`;
}

export function freePort() {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
