import type { Type } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';

import type { AuthObject } from '../../authorization/auth-object.js';
import type { UnmetRequirement } from '../../authorization/requirement.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { toRouteRequirement } from '../policies/compile-requirement.js';
import type { ProtectRequirement } from '../policies/requirement-expression.js';
import { COST, findUnmetRequirement, fromCheapToExpensive } from '../rules/requirements.js';
import type { RouteRequirement } from '../rules/requirements.js';
import { readRules } from '../rules/route-rules.js';
import { property } from '../transports/unknown-object.js';
import { calledTools } from './tool-calls.js';

/**
 * What callers of tools must meet: a requirement for each tool, by its name, or the classes with the `@Tool()` methods of
 * `@rekog/mcp-nest`, whose `@Protect()` is read.
 */
export type McpTools = Readonly<Record<string, ProtectRequirement>> | readonly Type[];

/**
 * The requirement of an MCP endpoint: that of the tool that a request calls. It is checked in front of the MCP server, since
 * only then the answer can be the HTTP status with which a client asks its user for more scopes.
 *
 * @throws {@link ClerkConfigurationError} `requirement_invalid` for a requirement that is malformed, and for a class without
 *   tools
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#scope-challenge-handling
 */
export function toolRequirement(tools: McpTools): RouteRequirement {
  const requirements = Array.isArray(tools) ? ofClasses(tools as readonly Type[]) : ofNames(tools);
  return {
    cost: COST.policy,
    policies: [...requirements.values()].flatMap(each => each.flatMap(({ policies }) => policies)),
    asksForReverification: false,
    scopes: [],
    description: 'what the called tool requires',
    evaluate: async (auth, context, scope) => {
      const called = calledTools(context).flatMap(name => requirements.get(name) ?? []);
      const unmet = await findUnmetRequirement(fromCheapToExpensive(called), auth, context, scope);
      return withGrantedScopes(unmet, auth);
    },
  };
}

function ofNames(tools: object): Map<string, RouteRequirement[]> {
  return new Map(
    Object.entries(tools).map(([name, requirement]) => [name, [toRouteRequirement(requirement as never)]]),
  );
}

/** The metadata of `@Tool()`, and the name of the tool in it: by default that of the method. */
const TOOL = 'mcp:tool';

const scanner = new MetadataScanner();

/** Policies and functions are left to the guard of the tool: they get its call, and not the HTTP request. */
function ofClasses(types: readonly Type[]): Map<string, RouteRequirement[]> {
  return new Map(types.flatMap(toolsOf));
}

function toolsOf(type: Type | undefined): [string, RouteRequirement[]][] {
  const methods = type?.prototype as Record<string, object> | undefined;
  const tools = scanner.getAllMethodNames(methods ?? null).flatMap((key): [string, RouteRequirement[]][] => {
    const method = methods?.[key];
    const tool: unknown = method && Reflect.getMetadata(TOOL, method);
    if (!type || !method || tool === undefined) return [];
    const name = property(tool, 'name');
    const { requirements } = readRules([method, type]);
    return [[typeof name === 'string' ? name : key, requirements.filter(({ cost }) => cost === COST.claims)]];
  });
  if (tools.length > 0) return tools;
  throw new ClerkConfigurationError(
    'requirement_invalid',
    `@McpEndpoint(): ${type?.name ?? 'an undefined class, perhaps from an import cycle,'} has no method with @Tool() of ` +
      '@rekog/mcp-nest.',
  );
}

/**
 * Clients request the scopes of the challenge and no others, so that it names those that the token has too. Not
 * `offline_access`, which is no scope of a resource.
 */
function withGrantedScopes(unmet: UnmetRequirement, auth: AuthObject): UnmetRequirement {
  if (unmet?.kind !== 'scopes') return unmet;
  const granted = 'scopes' in auth && Array.isArray(auth.scopes) ? auth.scopes : [];
  return { ...unmet, scopes: [...granted.filter(scope => scope !== 'offline_access'), ...unmet.scopes] };
}
