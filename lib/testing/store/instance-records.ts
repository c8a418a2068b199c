import type { LocalRecord } from './collection.js';

/** A group of settings of the instance. Its id is the name of the group. */
export interface LocalSettings extends LocalRecord {
  readonly values: Readonly<Record<string, unknown>>;
}

/** A domain of the application. */
export interface LocalDomain extends LocalRecord {
  readonly name: string;
  readonly isSatellite: boolean;
  readonly proxyUrl: string | null;
}

/** A URL that native applications and sign-in tickets may redirect to. */
export interface LocalRedirectUrl extends LocalRecord {
  readonly url: string;
}

/** The template of an email or a text message. */
export interface LocalTemplate extends LocalRecord {
  readonly templateType: 'email' | 'sms';
  readonly slug: string;
  readonly name: string;
  readonly subject: string | null;
  readonly markup: string;
  readonly body: string;
  readonly fromEmailName: string;
  readonly replyToEmailName: string;
  readonly deliveredByClerk: boolean;
  /** Whether it differs from Clerk's template. */
  readonly isChanged: boolean;
}

/** A machine: a program that authenticates to others with M2M tokens. */
export interface LocalMachine extends LocalRecord {
  readonly name: string;
  readonly secretKey: string;
  /** A replaced secret key, and until when it is accepted. */
  readonly previousSecretKey: string | null;
  readonly previousSecretKeyExpiresAt: number | null;
  /** The ids of the machines that accept its tokens. */
  readonly scopedMachineIds: readonly string[];
  /** Seconds. */
  readonly defaultTokenTtl: number;
}

/** An OAuth client of this instance. */
export interface LocalOAuthApplication extends LocalRecord {
  readonly name: string;
  readonly clientId: string;
  /** `null` for a public client. */
  readonly clientSecret: string | null;
  readonly redirectUris: readonly string[];
  /** Separated by spaces. */
  readonly scopes: string;
  readonly consentScreenEnabled: boolean;
  readonly pkceRequired: boolean;
  readonly public: boolean;
  readonly clientImageUrl: string | null;
  /** Whether the client registered itself (RFC 7591). */
  readonly dynamicallyRegistered: boolean;
}

/** A task of an agent on behalf of a user. */
export interface LocalAgentTask extends LocalRecord {
  readonly agentId: string;
  readonly userId: string;
  readonly agentName: string;
  readonly taskDescription: string;
  readonly redirectUrl: string;
  readonly revoked: boolean;
  readonly ticket: string;
}

/** A phone that was registered as a trusted device of a user. */
export interface LocalTrustedDevice extends LocalRecord {
  readonly userId: string;
  readonly platform: 'ios' | 'android';
  readonly appIdentifier: string;
  readonly name: string | null;
  readonly status: 'active' | 'revoked';
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
}
