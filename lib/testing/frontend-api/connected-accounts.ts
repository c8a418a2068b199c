import { apiError } from '../api-errors.js';
import type { OperationCall } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalExternalAccount } from '../store/records.js';
import { newExternalAccount } from '../store/user-record.js';
import { wrapped } from './answers.js';
import { requireReverifiedCaller } from './caller.js';
import type { Caller } from './caller.js';
import { parameterMissing } from './errors.js';
import { isOAuthStrategy, visitProvider } from './external-accounts.js';
import type { FrontendApiHandlers } from './handlers.js';
import { text } from './parameters.js';
import { clientUserJson } from './user-json.js';
import { verificationJson } from './verification-codes.js';

/** The accounts with OAuth providers that a signed-in user connects. */
export const CONNECTED_ACCOUNTS: FrontendApiHandlers = {
  postOAuthAccounts: (call, instance) => {
    const caller = requireReverifiedCaller(call, instance);
    const strategy = text(call.body, 'strategy');
    if (!isOAuthStrategy(strategy)) throw parameterMissing('strategy');
    const account = newExternalAccount({ provider: strategy }, '', instance.store.now());
    return visit(account, caller, call, instance);
  },

  /** The user grants further scopes. */
  reauthorizeExternalAccount: (call, instance) => {
    const caller = requireReverifiedCaller(call, instance);
    return visit(requireAccount(caller, call), caller, call, instance);
  },

  revokeExternalAccountTokens: (call, instance) => {
    const caller = requireReverifiedCaller(call, instance);
    const { id } = requireAccount(caller, call);
    const { users } = instance.store;
    const user = users.records.update(caller.user.id, {
      externalAccounts: caller.user.externalAccounts.map(account =>
        account.id === id ? { ...account, accessToken: null, accessTokenExpiresAt: null } : account,
      ),
    });
    return wrapped(clientUserJson(user, instance), caller.browser, call, instance);
  },

  deleteExternalAccount: (call, instance) => {
    const caller = requireReverifiedCaller(call, instance);
    const { id } = requireAccount(caller, call);
    const externalAccounts = caller.user.externalAccounts.filter(account => account.id !== id);
    instance.store.users.records.update(caller.user.id, { externalAccounts });
    return wrapped({ object: 'external_account', id, deleted: true }, caller.browser, call, instance);
  },
};

/** The account is connected when the user comes back from the provider. */
function visit(
  account: LocalExternalAccount,
  { browser, user }: Caller,
  call: OperationCall,
  instance: LocalInstance,
) {
  const { provider: strategy } = account;
  const purpose = 'connect';
  const verification = visitProvider(call, instance, { browser, strategy, purpose, subjectId: user.id });
  const response = {
    ...externalAccountJson({ ...user, externalAccounts: [account] }, instance),
    verification: verificationJson(verification, instance.store.now()),
  };
  return wrapped(response, browser, call, instance);
}

function externalAccountJson(user: Caller['user'], instance: LocalInstance): Record<string, unknown> {
  const { external_accounts: [json] = [] } = clientUserJson(user, instance) as {
    external_accounts?: Record<string, unknown>[];
  };
  return json ?? {};
}

function requireAccount({ user }: Caller, { pathParameters }: OperationCall): LocalExternalAccount {
  const account = user.externalAccounts.find(({ id }) => id === pathParameters.external_account_id);
  if (account) return account;
  const longMessage = 'The user has no such external account.';
  throw apiError(404, 'external_account_not_found', 'Invalid external account', longMessage);
}
