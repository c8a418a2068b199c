import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addToRootModule } from '../../lib/schematics/nest-add/root-module.js';
import { readModule } from './support.js';

/** Elements of `imports`, with what a scanner must not take for brackets, commas, strings or comments. */
const ELEMENTS = [
  'UsersModule',
  'ConfigModule.forRoot({ isGlobal: true, envFilePath: [".env", \'.env.local\'] })',
  'ConfigModule.forRoot({\n      isGlobal: true, // everywhere\n      ignoreEnvFile: a < b,\n    })',
  'TypeOrmModule.forRootAsync({ useFactory: async (c: Config<A, B>) => ({ url: `pg://${c.get("u", { x: `}` })}/]` }) })',
  'CacheModule.register({ pattern: /[\'"`,\\]/]+\\//g, ttl: 60 / 2 / 3 })',
  'forwardRef(() => OrdersModule)',
  '...(process.env.NODE_ENV === "test" ? [] : [ScheduleModule.forRoot()])',
  '...shared',
  'LoggerModule.forRoot("it\'s, [not] {a} bracket // nor a comment")',
  '/* one */ HealthModule /* two, ] */',
];

const COMMENT = '// a comment, with [brackets} and "quotes\'';

interface Drawn {
  elements: string[] | undefined;
  providers: string[] | undefined;
  controllers: boolean;
  isMultiLine: boolean;
  isObjectMultiLine: boolean;
  trailingComma: boolean;
  comment: boolean;
  quote: string;
  semicolon: string;
  lineBreak: string;
  indent: string;
  before: string;
  between: string;
  suffix: string;
  afterArray: string;
  otherClass: boolean;
  quotedKey: boolean;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  elements: fc.option(fc.subarray(ELEMENTS), { nil: undefined }),
  providers: fc.option(fc.subarray(['AppService', '{ provide: APP_PIPE, useClass: ValidationPipe }']), {
    nil: undefined,
  }),
  controllers: fc.boolean(),
  isMultiLine: fc.boolean(),
  isObjectMultiLine: fc.boolean(),
  trailingComma: fc.boolean(),
  comment: fc.boolean(),
  quote: fc.constantFrom("'", '"'),
  semicolon: fc.constantFrom(';', ''),
  lineBreak: fc.constantFrom('\n', '\r\n'),
  indent: fc.constantFrom('  ', '    ', '\t'),
  before: fc.constantFrom('', '@Global()\n', "@Reflect.metadata('a', { b: [1] })\n"),
  between: fc.constantFrom('', '@Global()\n', '/** The root. */\n'),
  suffix: fc.constantFrom('', '.js'),
  afterArray: fc.constantFrom('', ' as const', ' satisfies unknown[]'),
  otherClass: fc.boolean(),
  quotedKey: fc.boolean(),
});

function list(
  elements: string[],
  { isMultiLine, trailingComma, comment, indent, afterArray }: Drawn,
): string {
  const comma = trailingComma && elements.length ? ',' : '';
  if (!isMultiLine) return `[${elements.join(', ')}${comma}]${afterArray}`;
  const lines = elements.map(
    (element, index) => `\n${indent}${indent}${element}${index < elements.length - 1 ? ',' : comma}`,
  );
  const end = comment ? ` ${COMMENT}` : '';
  return `[${lines.join('')}${end}\n${indent}]${afterArray}`;
}

function sourceOf(draw: Drawn): string {
  const { quote: q, semicolon: s, indent, suffix } = draw;
  const key = draw.quotedKey ? `${q}imports${q}` : 'imports';
  const properties = [
    ...(draw.controllers ? ['controllers: [AppController]'] : []),
    ...(draw.elements ? [`${key}: ${list(draw.elements, draw)}`] : []),
    ...(draw.providers ? [`providers: ${list(draw.providers, draw)}`] : []),
  ];
  const object = draw.isObjectMultiLine
    ? `{${draw.comment ? ` ${COMMENT}` : ''}\n${properties.map(each => `${indent}${each},\n`).join('')}}`
    : properties.length
      ? `{ ${properties.join(', ')} }`
      : '{}';
  const other = draw.otherClass
    ? `@Module({ imports: [A], providers: [] })\nclass FeatureModule {}\n\nconst all = { imports: [B] }${s}\n\n`
    : '';
  return `import { Module, Global } from ${q}@nestjs/common${q}${s}
import type { Config } from ${q}./config${suffix}${q}${s} ${draw.comment ? COMMENT : ''}
import * as path from ${q}node:path${q}${s}
import { AppController } from ${q}./app.controller${suffix}${q}${s}

${other}${draw.before}@Module(${object})
${draw.between}export class AppModule {}
`.replaceAll('\n', draw.lineBreak);
}

describe('addToRootModule', () => {
  it('appends to every drawn module what it shall, and keeps all else', () => {
    fc.assert(
      fc.property(drawn, fc.boolean(), (draw, globalGuard) => {
        const source = sourceOf(draw);
        const before = readModule(source);
        expect(before.errors).toEqual([]);

        const result = addToRootModule(source, 'AppModule', { clerkModule: true, globalGuard });

        const after = readModule(result);
        expect(after.errors).toEqual([]);
        const guard = globalGuard ? ['{ provide: APP_GUARD, useExisting: ClerkAuthGuard }'] : [];
        const providers = before.metadata.providers ?? (globalGuard ? [] : undefined);
        expect(after.metadata).toEqual({
          ...before.metadata,
          imports: [...(before.metadata.imports ?? []), 'ClerkModule.forRoot()'],
          ...(providers && { providers: [...providers, ...guard] }),
        });
        expect(after.imports.sort()).toEqual(
          [
            ...before.imports,
            'ClerkModule from nest-clerk',
            ...(globalGuard ? ['APP_GUARD from @nestjs/core', 'ClerkAuthGuard from nest-clerk'] : []),
          ].sort(),
        );
        // Comments, other classes, quotes and line breaks stay.
        expect(result.split(COMMENT)).toHaveLength(source.split(COMMENT).length);
        expect(result.includes('class FeatureModule')).toBe(draw.otherClass);
        expect(/(?<!\r)\n/.test(result)).toBe(draw.lineBreak === '\n');
        const added = /^import \{.*\} from (.)nest-clerk\1(;?)/m.exec(result);
        expect(added?.slice(1)).toEqual([draw.quote, draw.semicolon]);
      }),
      { numRuns: 500, seed: 8 },
    );
  });

  it('puts an element on a line of its own, in the indentation of the others', () => {
    const source = `import { Module } from '@nestjs/common';

@Module({
    imports: [
        A, // the first
        B // the last
    ],
})
export class AppModule {}
`;
    expect(addToRootModule(source, undefined, { clerkModule: true, globalGuard: false })).toContain(
      `        A, // the first
        B, // the last
        ClerkModule.forRoot()
    ],`,
    );
  });

  it.each([
    ['@Module({})', '@Module({ imports: [ClerkModule.forRoot()] })'],
    ['@Module()', '@Module({ imports: [ClerkModule.forRoot()] })'],
    ['@Module({ controllers: [A] })', '@Module({ imports: [ClerkModule.forRoot()], controllers: [A] })'],
    ['@Module({imports:[A]})', '@Module({imports:[A, ClerkModule.forRoot()]})'],
    ['@Module({ imports: [ ] })', '@Module({ imports: [ClerkModule.forRoot()] })'],
    [
      '@Module({\n  controllers: [A],\n})',
      '@Module({\n  imports: [ClerkModule.forRoot()],\n  controllers: [A],\n})',
    ],
    [
      '@Module({ imports: [A].concat(more) })',
      '@Module({ imports: [A, ClerkModule.forRoot()].concat(more) })',
    ],
  ])('changes %j to %j', (before, after) => {
    const source = (decorator: string) => `${decorator}\nexport class AppModule {}\n`;
    const result = addToRootModule(
      `import { Module } from '@nestjs/common';\n${source(before)}`,
      'AppModule',
      { clerkModule: true, globalGuard: false },
    );
    expect(result.endsWith(source(after))).toBe(true);
  });

  it('extends the import of @nestjs/core that exists', () => {
    const source = `import { Module } from "@nestjs/common"
import { APP_PIPE } from "@nestjs/core"
import { type ClerkOptions } from "nest-clerk"
@Module({ providers: [{ provide: APP_PIPE, useClass: A }] })
export class AppModule {}
`;
    const result = addToRootModule(source, 'AppModule', { clerkModule: true, globalGuard: true });
    expect(result).toContain('import { APP_PIPE, APP_GUARD } from "@nestjs/core"\n');
    expect(result).toContain('import { type ClerkOptions, ClerkAuthGuard, ClerkModule } from "nest-clerk"\n');
  });
});
