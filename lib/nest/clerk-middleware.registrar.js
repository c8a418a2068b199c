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
import { CLERK_CONFIGURATION } from './clerk-configuration.js';
/**
 * Puts the middleware on the HTTP adapter as soon as there is one.
 *
 * Not by `consumer.apply()`: that runs after the body parser, and not for paths outside a global prefix. The adapter is
 * set before providers are made by `NestFactory`, and after by `TestingModule`; `init$` tells either way. An
 * application without HTTP has no adapter, and nothing happens.
 */
let ClerkMiddlewareRegistrar = class ClerkMiddlewareRegistrar {
    constructor(host, configuration) {
        host.init$.subscribe(() => {
            host.httpAdapter?.use(configuration.middleware);
        });
    }
};
ClerkMiddlewareRegistrar = __decorate([
    Injectable(),
    __param(1, Inject(CLERK_CONFIGURATION)),
    __metadata("design:paramtypes", [HttpAdapterHost, Object])
], ClerkMiddlewareRegistrar);
export { ClerkMiddlewareRegistrar };
