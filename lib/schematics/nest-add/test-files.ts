import { relativeImport } from './project.js';
import type { Project } from './project.js';

/** The setup of end-to-end tests: keys with which the application starts. */
export const SETUP_FILE = `import { randomBytes } from 'node:crypto';

// The keys of no Clerk instance: the application starts, and no test reaches an
// instance of yours. Tests with users have a LocalClerk: see clerk.e2e-spec.ts.
process.env.CLERK_PUBLISHABLE_KEY =
  'pk_test_' + Buffer.from('tests.clerk.accounts.dev$').toString('base64');
process.env.CLERK_SECRET_KEY = 'sk_test_' + randomBytes(24).toString('hex');
`;

/** What the end-to-end test depends on. */
export interface TestFileOptions {
  runner: 'jest' | 'vitest';
  /** The folder of the test. */
  folder: string;
  project: Project;
  moduleClass: { name: string; isDefault: boolean };
}

/** A test of the root module, with a user who signs in to a LocalClerk. */
export function endToEndTest({ runner, folder, project, moduleClass }: TestFileOptions): string {
  const { name, isDefault } = moduleClass;
  const file = relativeImport(folder, project.moduleFile, project.importSuffix);
  const isFastify =
    '@nestjs/platform-fastify' in project.packages && !('@nestjs/platform-express' in project.packages);
  const globals =
    runner === 'vitest' ? `import { afterAll, beforeAll, describe, expect, it } from 'vitest';\n` : '';
  const fastify = isFastify ? `import { FastifyAdapter } from '@nestjs/platform-fastify';\n` : '';
  return `import { Controller, Get, UseGuards } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
${fastify}import { Test } from '@nestjs/testing';
import { Auth, CLERK_MODULE_OPTIONS, ClerkAuthGuard } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
${globals}import ${isDefault ? name : `{ ${name} }`} from '${file}';

@Controller('clerk-test')
@UseGuards(ClerkAuthGuard)
class SignedInController {
  @Get()
  read(@Auth('userId') userId: string) {
    return { userId };
  }
}

describe('Clerk (e2e)', () => {
  let local: LocalClerk;
  let app: INestApplication;

  beforeAll(async () => {
    // A Clerk instance inside the process: no account, no network.
    local = await LocalClerk.create({ users: [{ id: 'user_ada' }] });
    const moduleRef = await Test.createTestingModule({
      imports: [${name}],
      controllers: [SignedInController],
    })
      .overrideProvider(CLERK_MODULE_OPTIONS)
      .useValue(local.keys)
      .compile();
    app = moduleRef.createNestApplication(${isFastify ? 'new FastifyAdapter()' : ''});
    await app.listen(0, '127.0.0.1');
  });

  afterAll(async () => {
    await app.close();
  });

  async function get(headers: Record<string, string> = {}) {
    const url = await app.getUrl();
    const response = await fetch(\`\${url}/clerk-test\`, { headers });
    return [response.status, await response.text()];
  }

  it('answers 401 to a caller who is not signed in', async () => {
    expect((await get())[0]).toBe(401);
  });

  it('gives a handler the signed-in user', async () => {
    const { headers } = await local.signIn('user_ada');
    expect(await get(headers)).toEqual([200, '{"userId":"user_ada"}']);
  });
});
`;
}
