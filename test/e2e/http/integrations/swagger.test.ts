import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, Module, Post, Scope, UseGuards } from '@nestjs/common';
import type { CanActivate, INestApplication, ModuleMetadata, Type } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import {
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiSecurity,
  ApiUnauthorizedResponse,
  DocumentBuilder,
  SwaggerModule,
} from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Test } from '@nestjs/testing';
import { AcceptsToken, allOf, anyOf, ClerkAuthGuard, ClerkModule, not, Protect, Public } from 'nest-clerk';
import type { ClerkPolicy } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { newHttpAdapter } from '../../../support/http-adapter.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, listenNest } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  local = await LocalClerk.create();
});

afterEach(closeApps);

const SESSION = [{ bearer: [] }, { cookie: [] }];
const OK = { description: '' };
const UNAUTHENTICATED = {
  description: 'No user is signed in, or the token is not accepted here.',
  headers: {
    'WWW-Authenticate': { description: 'What kind of token is asked for.', schema: { type: 'string' } },
  },
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: {
          statusCode: { type: 'integer', example: 401 },
          message: { type: 'string', example: 'Unauthenticated' },
          error: { type: 'string', example: 'Unauthorized' },
          reason: {
            type: 'string',
            description: 'Why no user is signed in, as in `x-clerk-auth-reason`.',
            example: 'token-expired',
          },
          hint: { type: 'string', description: 'For a request without a token: the token to send.' },
        },
        required: ['statusCode', 'message', 'error', 'reason'],
      },
    },
  },
};

const FORBIDDEN = {
  description: expect.stringMatching(
    /^The signed-in user does not meet the requirements of the route: .+\.$/,
  ) as unknown as string,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: {
          statusCode: { type: 'integer', example: 403 },
          message: { type: 'string', example: 'Forbidden' },
          error: { type: 'string', example: 'Forbidden' },
          reason: {
            type: 'string',
            description: 'What is missing.',
            enum: ['requirement-not-met', 'insufficient-scope', 'reverification-error'],
          },
          clerk_error: {
            type: 'object',
            description:
              'What `useReverification()` looks for; there with the reason `reverification-error`.',
          },
        },
        required: ['statusCode', 'message', 'error', 'reason'],
      },
    },
  },
};

/** An application when `main.ts` creates the document: it is not initialized yet. */
async function create(metadata: ModuleMetadata): Promise<INestApplication> {
  @Module({ ...metadata, imports: [ClerkModule.forRoot({ ...local.keys }), ...(metadata.imports ?? [])] })
  class AppModule {}

  return NestFactory.create(AppModule, await newHttpAdapter(), { logger: false, abortOnError: false });
}

const CONFIG = () => new DocumentBuilder().addBearerAuth().addCookieAuth('__session');

async function documentOf(metadata: ModuleMetadata, config = CONFIG()): Promise<OpenAPIObject> {
  const app = await create(metadata);
  try {
    return SwaggerModule.createDocument(app, config.build());
  } finally {
    await app.close();
  }
}

/** The description of `GET` on a path. */
function operation(document: OpenAPIObject, path: string) {
  const { security, responses } = document.paths[path]!.get!;
  return { security, responses };
}

const OPEN = { security: undefined, responses: { 200: OK } };
const PROTECTED = { security: SESSION, responses: { 200: OK, 401: UNAUTHENTICATED, 403: FORBIDDEN } };
const GUARDED = { security: SESSION, responses: { 200: OK, 401: UNAUTHENTICATED } };

@Controller('mixed')
class MixedController {
  @Get('open')
  open() {
    return 'open';
  }

  @Get('guarded')
  @UseGuards(ClerkAuthGuard)
  guarded() {
    return 'guarded';
  }

  @Post('guarded')
  @UseGuards(ClerkAuthGuard)
  post() {
    return 'posted';
  }
}

@Injectable()
class SubclassGuard extends ClerkAuthGuard {}

@Injectable()
class OtherGuard implements CanActivate {
  canActivate() {
    return true;
  }
}

@Controller('class')
@UseGuards(SubclassGuard)
class GuardedController {
  @Get('all')
  all() {
    return 'all';
  }

  @Get('public')
  @Public()
  open() {
    return 'public';
  }

  @Get('machines')
  @AcceptsToken('api_key', 'm2m_token')
  machines() {
    return 'machines';
  }

  @Get('either')
  @AcceptsToken('api_key', 'session_token')
  either() {
    return 'either';
  }
}

@Controller('other')
@UseGuards(OtherGuard)
class OtherwiseGuardedController {
  @Get()
  get() {
    return 'other';
  }
}

describe('OpenAPI document created before the application is initialized', () => {
  it('describes guarded handlers, their security schemes and their 401', async () => {
    const document = await documentOf({ controllers: [MixedController] });

    expect(operation(document, '/mixed/guarded')).toEqual(GUARDED);
    expect(operation(document, '/mixed/open')).toEqual(OPEN);
    expect(document.paths['/mixed/guarded']!.post).toEqual({
      operationId: 'MixedController_post',
      parameters: [],
      responses: { 201: OK, 401: UNAUTHENTICATED },
      security: SESSION,
      tags: ['Mixed'],
    });
  });

  it('follows a guard on the class, a subclass of the guard, @Public() and @AcceptsToken()', async () => {
    const document = await documentOf({ controllers: [GuardedController, OtherwiseGuardedController] });

    expect(operation(document, '/class/all')).toEqual(GUARDED);
    expect(operation(document, '/class/public')).toEqual(OPEN);
    expect(operation(document, '/class/machines')).toEqual({ ...GUARDED, security: [{ bearer: [] }] });
    expect(operation(document, '/class/either')).toEqual(GUARDED);
    expect(operation(document, '/other')).toEqual(OPEN);
  });

  it('describes the 403 of handlers with requirements', async () => {
    @Controller('protected')
    class ProtectedController {
      @Get('admin')
      @Protect({ role: 'org:admin' })
      admin() {
        return 'admin';
      }

      @Get('anybody')
      @Protect()
      anybody() {
        return 'anybody';
      }

      @Get('machines')
      @AcceptsToken('oauth_token')
      @Protect({ scopes: 'things:read' })
      machines() {
        return 'machines';
      }
    }

    @Controller('protected-class')
    @Protect({ permission: 'org:things:read' })
    class ProtectedClassController {
      @Get('read')
      read() {
        return 'read';
      }

      @Get('public')
      @Public()
      open() {
        return 'public';
      }
    }

    const document = await documentOf({ controllers: [ProtectedController, ProtectedClassController] });
    expect(operation(document, '/protected/admin')).toEqual(PROTECTED);
    expect(operation(document, '/protected/anybody')).toEqual(GUARDED);
    expect(operation(document, '/protected/machines')).toEqual({ ...PROTECTED, security: [{ bearer: [] }] });
    expect(operation(document, '/protected-class/read')).toEqual(PROTECTED);
    expect(operation(document, '/protected-class/public')).toEqual(OPEN);
  });

  it('describes rejections with their real bodies', async () => {
    @Controller()
    class Rejecting {
      @Get('admin')
      @Protect({ role: 'org:admin' })
      admin() {
        return 'admin';
      }

      @Get('fresh')
      @Protect({ reverification: 'strict' })
      fresh() {
        return 'fresh';
      }
    }
    const app = await create({ controllers: [Rejecting] });
    const { responses } = SwaggerModule.createDocument(app, CONFIG().build()).paths['/admin']!.get!;
    const { get } = await listenNest(app);
    const { id: userId } = local.users.create({});
    const member = bearer(await local.issueSessionToken({ userId, claims: { fva: [60, -1] } }));

    const answers = [await get('/admin'), await get('/admin', member), await get('/fresh', member)];
    for (const { status, json } of answers) {
      const { content } = responses[status] as typeof FORBIDDEN;
      const { properties, required } = content['application/json'].schema;
      expect(Object.keys(json)).toEqual(expect.arrayContaining(required));
      expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(json)));
      if (status === 403) expect(properties.reason.enum).toContain(json.reason);
    }
    expect(answers.map(({ status }) => status)).toEqual([401, 403, 403]);
    expect(answers[2]!.json.clerk_error).toBeInstanceOf(Object);
  });

  it('includes controllers of imported and dynamic modules', async () => {
    class FeatureModule {}
    const dynamic = { module: FeatureModule, controllers: [MixedController] };

    expect(operation(await documentOf({ imports: [dynamic] }), '/mixed/guarded')).toEqual(GUARDED);
  });

  it('is the same in a TestingModule and when it is created again', async () => {
    const documents: OpenAPIObject[] = [];
    for (let time = 0; time < 2; time++) {
      const module = await Test.createTestingModule({
        imports: [ClerkModule.forRoot({ ...local.keys })],
        controllers: [MixedController],
      }).compile();
      const app = module.createNestApplication(await newHttpAdapter(), { logger: false });
      for (let again = 0; again < 2; again++)
        documents.push(SwaggerModule.createDocument(app, CONFIG().build()));
      await app.close();
    }

    expect(operation(documents[0]!, '/mixed/guarded')).toEqual(GUARDED);
    const { createDocument } = SwaggerModule;
    await (await create({})).close();
    expect(SwaggerModule.createDocument).toBe(createDocument);
    for (const document of documents) expect(document).toEqual(documents[0]);
  });
});

describe('global guard in the OpenAPI document', () => {
  @Injectable({ scope: Scope.REQUEST })
  class RequestScopedGuard extends ClerkAuthGuard {}

  const guards: [string, ModuleMetadata['providers']][] = [
    ['useClass', [{ provide: APP_GUARD, useClass: ClerkAuthGuard }]],
    ['useExisting', [{ provide: APP_GUARD, useExisting: ClerkAuthGuard }]],
    [
      'useFactory',
      [{ provide: APP_GUARD, inject: [ClerkAuthGuard], useFactory: (guard: ClerkAuthGuard) => guard }],
    ],
    ['a request-scoped class', [{ provide: APP_GUARD, useClass: RequestScopedGuard }]],
    [
      'an alias of a request-scoped class',
      [RequestScopedGuard, { provide: APP_GUARD, useExisting: RequestScopedGuard }],
    ],
  ];

  it.each(guards)('is detected as APP_GUARD with %s', async (_, providers) => {
    const document = await documentOf({ controllers: [MixedController, GuardedController], providers });

    expect(operation(document, '/mixed/open')).toEqual(GUARDED);
    expect(operation(document, '/class/public')).toEqual(OPEN);
  });

  it('is detected after useGlobalGuards()', async () => {
    const app = await create({ controllers: [MixedController] });
    app.useGlobalGuards(app.get(ClerkAuthGuard));

    expect(operation(SwaggerModule.createDocument(app, CONFIG().build()), '/mixed/open')).toEqual(GUARDED);
    await app.close();
  });

  it('of one application does not affect another application', async () => {
    const guarded = await create({
      controllers: [MixedController],
      providers: [{ provide: APP_GUARD, useClass: ClerkAuthGuard }],
    });
    SwaggerModule.createDocument(guarded, CONFIG().build());
    await guarded.close();

    const document = await documentOf({ controllers: [MixedController] });
    expect(document.paths['/mixed/open']!.get).toEqual({
      operationId: 'MixedController_open',
      parameters: [],
      responses: { 200: OK },
      tags: ['Mixed'],
    });
  });

  it('is not detected if it is another guard', async () => {
    const document = await documentOf({
      controllers: [MixedController],
      providers: [{ provide: APP_GUARD, useClass: OtherGuard }],
    });

    expect(operation(document, '/mixed/open')).toEqual(OPEN);
  });
});

describe('security and responses that the application declares', () => {
  class Thing {}

  @Controller('own')
  @UseGuards(ClerkAuthGuard)
  class OwnController {
    @Get('security')
    @ApiSecurity('api-key')
    security() {
      return 'security';
    }

    @Get('responses')
    @ApiOkResponse({ description: 'mine', type: Thing })
    @ApiUnauthorizedResponse({ description: 'mine too' })
    @ApiForbiddenResponse({ description: 'and mine' })
    responses() {
      return 'responses';
    }
  }

  @Controller('own-class')
  @UseGuards(ClerkAuthGuard)
  @ApiBearerAuth('token')
  @ApiUnauthorizedResponse({ description: 'of the class' })
  class OwnClassController {
    @Get()
    get() {
      return 'get';
    }
  }

  it('are kept on a handler and on a class', async () => {
    const document = await documentOf({ controllers: [OwnController, OwnClassController] });

    expect(operation(document, '/own/security')).toEqual({ ...GUARDED, security: [{ 'api-key': [] }] });
    expect(operation(document, '/own/responses')).toEqual({
      security: SESSION,
      responses: {
        200: expect.objectContaining({ description: 'mine' }),
        401: { description: 'mine too' },
        403: { description: 'and mine' },
      },
    });
    expect(operation(document, '/own-class')).toEqual({
      security: [{ token: [] }],
      responses: { 200: OK, 401: { description: 'of the class' } },
    });
  });

  it('are kept for the whole document and not repeated on operations', async () => {
    const document = await documentOf(
      { controllers: [MixedController] },
      CONFIG().addSecurityRequirements('token'),
    );

    expect(document.security).toEqual([{ token: [] }]);
    expect(operation(document, '/mixed/guarded')).toEqual({ ...GUARDED, security: undefined });
  });

  it('give the names of the security schemes', async () => {
    const config = new DocumentBuilder()
      .addApiKey({ type: 'apiKey', in: 'header', name: 'x-key' }, 'key')
      .addBearerAuth({ type: 'http', scheme: 'Bearer' }, 'clerk')
      .addCookieAuth('__session', undefined, 'browser');
    const document = await documentOf({ controllers: [MixedController] }, config);

    expect(operation(document, '/mixed/guarded').security).toEqual([{ clerk: [] }, { browser: [] }]);
    expect(Object.keys(document.components!.securitySchemes!)).toEqual(['key', 'clerk', 'browser']);
  });

  it('are added if the document has no security scheme', async () => {
    const config = new DocumentBuilder();
    const document = await documentOf({ controllers: [MixedController] }, config);

    expect(document.components!.securitySchemes).toEqual({
      bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      cookie: { type: 'apiKey', in: 'cookie', name: '__session' },
    });
    const unguarded = await documentOf({ controllers: [OtherwiseGuardedController] }, config);
    expect(unguarded.components!.securitySchemes).toBeUndefined();
  });
});

describe('requirements', () => {
  it('are described with their policies and functions, as they are combined', async () => {
    class OwnsInvoice implements ClerkPolicy {
      allows() {
        return true;
      }
    }
    const isOpen = () => true;

    @Controller()
    class InvoicesController {
      @Get('invoice')
      @Protect(anyOf({ role: ['org:admin', 'org:owner'] }, allOf(OwnsInvoice, not(isOpen))))
      @Protect({ permission: 'org:invoices:read', reverification: 'strict' })
      read() {}
    }
    const document = await documentOf({ controllers: [InvoicesController], providers: [OwnsInvoice] });
    expect(JSON.stringify(operation(document, '/invoice'))).toContain(
      'permission org:invoices:read and reverification strict; ' +
        'any of (role org:admin or org:owner; all of (not (isOpen); OwnsInvoice)).',
    );
  });
});

describe('inherited handlers', () => {
  abstract class BaseController {
    @Get('list')
    list() {
      return 'list';
    }
  }

  @Controller('closed')
  @UseGuards(ClerkAuthGuard)
  class ClosedController extends BaseController {}

  @Controller('open')
  class OpenController extends BaseController {}

  @Controller('machines')
  @UseGuards(ClerkAuthGuard)
  @AcceptsToken('m2m_token')
  class MachinesController extends BaseController {}

  @Controller('required')
  @Protect({ role: 'org:admin' })
  class RequiredController extends BaseController {}

  it('are guarded like their controller', async () => {
    expect(operation(await documentOf({ controllers: [ClosedController] }), '/closed/list')).toEqual(GUARDED);
    expect(operation(await documentOf({ controllers: [OpenController] }), '/open/list')).toEqual(OPEN);
  });

  it.each<[string, Type[]]>([
    ['the guarded one first', [ClosedController, OpenController]],
    ['the open one first', [OpenController, ClosedController]],
  ])('are described as guarded if one of two controllers is guarded, %s', async (_, controllers) => {
    const document = await documentOf({ controllers });

    expect(operation(document, '/closed/list')).toEqual(GUARDED);
    expect(operation(document, '/open/list')).toEqual(GUARDED);
  });

  it('are described like the strictest of their controllers', async () => {
    const document = await documentOf({
      controllers: [RequiredController, MachinesController, ClosedController],
    });

    const strictest = { ...PROTECTED, security: [{ bearer: [] }] };
    for (const path of ['/required/list', '/machines/list', '/closed/list'])
      expect(operation(document, path)).toEqual(strictest);
  });
});

it("responses of Swagger's compiler plugin are kept if its metadata is loaded late", async () => {
  class Inferred {}
  const app = await create({ controllers: [MixedController] });
  await SwaggerModule.loadPluginMetadata(async () => ({
    '@nestjs/swagger': {
      models: [],
      controllers: [
        [Promise.resolve({ MixedController }), { MixedController: { guarded: { type: Inferred } } }],
      ],
    },
  }));
  const document = SwaggerModule.createDocument(app, CONFIG().build());
  await app.close();

  expect(operation(document, '/mixed/guarded')).toEqual({
    security: SESSION,
    responses: {
      200: {
        description: '',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Inferred' } } },
      },
      401: UNAUTHENTICATED,
    },
  });
});
