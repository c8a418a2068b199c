var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { getAuth } from '../express/get-auth.js';
import { NodeIncomingRequest } from '../express/node-incoming-request.js';
import { resultOf } from '../express/request-auth.js';
import { CLERK_CONFIGURATION } from './clerk-configuration.js';
import { requestOf } from './request-of.js';
import { isPublic, onUnauthenticatedOf } from './route-metadata.js';
import { signInLocation } from './sign-in-location.js';
import { SignInRedirectException, UnauthenticatedException } from './unauthenticated.exception.js';
/**
 * Lets in whoever is signed in, and refuses everybody else.
 *
 * An API call is answered 401, with the reason in its JSON body and `WWW-Authenticate`; a browser loading a page goes to
 * the sign-in page, if there is one (see {@link OnUnauthenticated}). What it cannot tell, such as a request that the
 * middleware has not seen, it refuses.
 *
 * @throws {@link UnauthenticatedException} 401
 * @throws {@link SignInRedirectException} 302
 *
 * @example
 * ```ts
 * @Controller('orders')
 * @UseGuards(ClerkAuthGuard)
 * export class OrdersController {}
 * ```
 *
 * @example
 * ```ts
 * // Everywhere, but for routes marked `@Public()`
 * providers: [{ provide: APP_GUARD, useClass: ClerkAuthGuard }];
 * ```
 */
let ClerkAuthGuard = class ClerkAuthGuard {
    configuration;
    host;
    constructor(configuration, host) {
        this.configuration = configuration;
        this.host = host;
    }
    canActivate(context) {
        if (isPublic(context))
            return true;
        const request = requestOf(context);
        const result = resultOf(request);
        if (!request || !result)
            throw new UnauthenticatedException('request-not-authenticated');
        if (getAuth(request).isAuthenticated)
            return true;
        throw this.refusal(context, request, result);
    }
    refusal(context, request, result) {
        const incoming = new NodeIncomingRequest(request.raw ?? request);
        const policy = onUnauthenticatedOf(context) ?? this.configuration.onUnauthenticated;
        const location = signInLocation(incoming, policy, this.configuration.signInUrl);
        if (location !== undefined) {
            this.setHeader(context, 'Location', location);
            return new SignInRedirectException(location);
        }
        const reason = result.reason ?? 'session-pending';
        const hasToken = incoming.header('authorization') !== undefined;
        this.setHeader(context, 'WWW-Authenticate', challenge(reason, hasToken));
        return new UnauthenticatedException(reason);
    }
    setHeader(context, name, value) {
        this.host.httpAdapter.setHeader(context.switchToHttp().getResponse(), name, value);
    }
};
ClerkAuthGuard = __decorate([
    Injectable(),
    __param(0, Inject(CLERK_CONFIGURATION)),
    __metadata("design:paramtypes", [Object, HttpAdapterHost])
], ClerkAuthGuard);
export { ClerkAuthGuard };
/** The error is told only to who presented a token. @see https://www.rfc-editor.org/rfc/rfc6750#section-3 */
function challenge(reason, hasToken) {
    const printable = reason.replace(/[^\x20-\x7e]|["\\]/g, '');
    return `Bearer realm="Clerk"${hasToken ? `, error="invalid_token", error_description="${printable}"` : ''}`;
}
