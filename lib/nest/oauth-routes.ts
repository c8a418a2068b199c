import { PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner } from '@nestjs/core';
import type { ModulesContainer } from '@nestjs/core';

import { isTokenTypeAccepted } from '../authorization/accepted-token.js';
import { rulesOf } from './route-metadata.js';

const scanner = new MetadataScanner();

/** Whether OAuth access tokens open some route of an application. Complete once its modules are scanned. */
export function hasOAuthRoute(modules: ModulesContainer): boolean {
  const controllers = [...modules.values()].flatMap(module => [...module.controllers.values()]);
  return controllers.some(({ metatype }) => metatype && acceptsOAuthTokens(metatype as Controller));
}

type Controller = new (...args: never[]) => object;

function acceptsOAuthTokens(controller: Controller): boolean {
  const methods = controller.prototype as Record<string, () => unknown>;
  return scanner
    .getAllMethodNames(methods)
    .flatMap(name => methods[name] ?? [])
    .filter(handler => Reflect.hasMetadata(PATH_METADATA, handler))
    .some(handler => {
      const { acceptsToken } = rulesOf({ getClass: <T>() => controller as T, getHandler: () => handler });
      return isTokenTypeAccepted('oauth_token', acceptsToken);
    });
}
