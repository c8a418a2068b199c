import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import type { OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type {
  OAuthClientInformationMixed,
  OAuthClientMetadata,
  OAuthTokens,
} from '@modelcontextprotocol/sdk/shared/auth.js';

import { decide } from './oauth-user.js';

const REDIRECT_URI = 'http://client.example/callback';

/** What an MCP client stores: nothing at the beginning. */
class MemoryProvider implements OAuthClientProvider {
  readonly redirectUrl = REDIRECT_URI;
  readonly clientMetadata: OAuthClientMetadata = {
    client_name: 'An MCP client',
    redirect_uris: [REDIRECT_URI],
    token_endpoint_auth_method: 'none',
  };
  /** The requests for authorization, oldest first. */
  readonly authorizations: URL[] = [];
  #client: OAuthClientInformationMixed | undefined;
  #tokens: OAuthTokens | undefined;
  #verifier = '';

  clientInformation() {
    return this.#client;
  }
  saveClientInformation(client: OAuthClientInformationMixed) {
    this.#client = client;
  }
  tokens() {
    return this.#tokens;
  }
  saveTokens(tokens: OAuthTokens) {
    this.#tokens = tokens;
  }
  redirectToAuthorization(url: URL) {
    this.authorizations.push(url);
  }
  saveCodeVerifier(verifier: string) {
    this.#verifier = verifier;
  }
  codeVerifier() {
    return this.#verifier;
  }
}

/** The result of a tool as text, and whether it is an error. */
export interface ToolResult {
  readonly text: string;
  readonly isError: boolean;
}

/** The client of the MCP SDK for one user, who grants what it asks for. It knows the URL of the server, and nothing else. */
export class McpTestClient {
  readonly #provider = new MemoryProvider();
  readonly #client = new Client({ name: 'test', version: '1' });
  #transport: StreamableHTTPClientTransport;

  constructor(
    private readonly url: string,
    private readonly userId: string,
  ) {
    this.#transport = this.#newTransport();
  }

  /** Connects: discovery, registration, authorization and token on the way. */
  async connect(): Promise<this> {
    await this.#granting(
      () => this.#client.connect(this.#transport),
      () => (this.#transport = this.#newTransport()),
    );
    return this;
  }

  async tools(): Promise<string[]> {
    const { tools } = await this.#client.listTools();
    return tools.map(({ name }) => name);
  }

  /** Calls a tool, and grants the scopes that the server asks for. */
  async call(name: string, args: Record<string, unknown> = {}): Promise<ToolResult> {
    const { content, isError } = await this.#granting(() => this.#client.callTool({ name, arguments: args }));
    const [first] = content as { text?: string }[];
    return { text: first?.text ?? '', isError: isError === true };
  }

  /** The scopes of each authorization request so far. */
  get requestedScopes(): (string | null)[] {
    return this.#provider.authorizations.map(url => url.searchParams.get('scope'));
  }

  get authorizations(): readonly URL[] {
    return this.#provider.authorizations;
  }

  get clientId(): string | undefined {
    return this.#provider.clientInformation()?.client_id;
  }

  get token(): string {
    return this.#provider.tokens()?.access_token ?? '';
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  #newTransport(): StreamableHTTPClientTransport {
    return new StreamableHTTPClientTransport(new URL(this.url), { authProvider: this.#provider });
  }

  /** Lets the user grant access if the server asks for it, and tries once more. */
  async #granting<T>(act: () => Promise<T>, renew: () => void = () => undefined): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof UnauthorizedError)) throw error;
    }
    const url = this.#provider.authorizations.at(-1);
    if (!url) throw new Error('The client has no authorization request.');
    const back = await decide(url, REDIRECT_URI, { userId: this.userId });
    await this.#transport.finishAuth(back.searchParams.get('code') ?? '');
    renew();
    return act();
  }
}
