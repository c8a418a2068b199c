import type { ApiAnswer } from '../http/api-answer.js';
import type { OperationCall, OperationHandler } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalSignIn } from '../store/attempts.js';
import type { LocalBrowser } from '../store/browsers.js';
import type { LocalUser } from '../store/records.js';
import { wrapped } from './answers.js';
import { findOrCreateBrowser, requireBrowser } from './caller.js';
import {
  alreadySignedIn,
  clientStateInvalid,
  identifierNotFound,
  sessionExists,
  signInNotFound,
  strategyForUserInvalid,
  userBanned,
  userLocked,
} from './errors.js';
import {
  attemptFactor,
  firstFactorsOf,
  isPasswordReset,
  prepareFactor,
  secondFactorsOf,
  verified,
} from './factors.js';
import { isOAuthStrategy, visitProvider } from './external-accounts.js';
import { isVerified } from './identifiers.js';
import { rejectBadPassword } from './passwords.js';
import { flag, requiredText, text } from './parameters.js';
import { signInJson } from './sign-in-json.js';
import { redeemSignInTicket } from './tickets.js';
import type { SignInTicket } from './tickets.js';
import { accountForSignIn } from './transfers.js';
import { rejectUnverified } from './verification-codes.js';

type Body = OperationCall['body'];

const DAY = 24 * 60 * 60 * 1000;

/** Starts a sign-in, and completes it if the call contains everything that is required. */
export const createSignIn: OperationHandler = (call, instance) => {
  const browser = findOrCreateBrowser(call, instance);
  if (browser.session && instance.singleSessionMode) throw sessionExists();
  const { body } = call;
  const begun = begin(browser, instance);
  const strategy = text(body, 'strategy');
  if (strategy === 'ticket' || text(body, 'ticket') !== undefined) {
    const ticket = redeemSignInTicket(requiredText(body, 'ticket'), instance);
    const user = requireUnblocked(instance.store.users.get(ticket.userId));
    rejectSignedIn(user, browser);
    const identified = { ...begun, userId: user.id, firstFactor: verified('ticket') };
    return answer(complete(identified, browser, instance, ticket), browser, call, instance);
  }
  if (flag(body, 'transfer') === true) {
    const { user, strategy: transferred } = accountForSignIn(browser, instance);
    requireUnblocked(user);
    const identified = { ...begun, userId: user.id, firstFactor: verified(transferred) };
    return answer(afterFirstFactor(identified, user, browser, instance), browser, call, instance);
  }
  if (isOAuthStrategy(strategy)) {
    const firstFactor = visitProvider(call, instance, {
      browser,
      strategy,
      purpose: 'sign_in',
      subjectId: begun.id,
    });
    return answer(saveSignIn({ ...begun, firstFactor }, browser, instance), browser, call, instance);
  }

  const identifier = text(body, 'identifier');
  if (identifier === undefined) return answer(saveSignIn(begun, browser, instance), browser, call, instance);
  const identified = identify(begun, identifier, browser, instance);
  return answer(
    advance(saveSignIn(identified, browser, instance), body, browser, instance),
    browser,
    call,
    instance,
  );
};

export const getSignIn: OperationHandler = (call, instance) => {
  const { browser, signIn } = requireSignIn(call, instance);
  return answer(signIn, browser, call, instance);
};

export const prepareFirstFactor: OperationHandler = (call, instance) => {
  const { browser, signIn, user } = requireIdentified(call, instance);
  const factors = firstFactorsOf(user, { canReset: true });
  const firstFactor = prepareFactor(instance, factors, call.body, 'sign_in');
  return answer(saveSignIn({ ...signIn, firstFactor }, browser, instance), browser, call, instance);
};

export const attemptFirstFactor: OperationHandler = (call, instance) => {
  const { browser, signIn, user } = requireIdentified(call, instance);
  return answer(tryFirstFactor(signIn, user, call.body, browser, instance), browser, call, instance);
};

export const prepareSecondFactor: OperationHandler = (call, instance) => {
  const { browser, signIn, user } = requireIdentified(call, instance);
  const secondFactor = prepareFactor(instance, secondFactorsOf(user), call.body, 'sign_in');
  return answer(saveSignIn({ ...signIn, secondFactor }, browser, instance), browser, call, instance);
};

export const attemptSecondFactor: OperationHandler = (call, instance) => {
  const { browser, signIn, user } = requireIdentified(call, instance);
  if (signIn.status !== 'needs_second_factor') throw strategyForUserInvalid();
  const factors = secondFactorsOf(user);
  const secondFactor = attemptFactor(instance, user, factors, signIn.secondFactor, call.body);
  const attempted = saveSignIn({ ...signIn, secondFactor }, browser, instance);
  rejectUnverified(secondFactor);
  return answer(complete(attempted, browser, instance), browser, call, instance);
};

/** Sets the new password of a user who has entered a reset code. */
export const resetPassword: OperationHandler = (call, instance) => {
  const { browser, signIn, user } = requireIdentified(call, instance);
  if (signIn.status !== 'needs_new_password') {
    throw clientStateInvalid('The sign-in does not wait for a new password.');
  }
  const password = requiredText(call.body, 'password');
  rejectBadPassword(password, 'password');
  instance.store.users.update(user.id, { password });
  if (flag(call.body, 'sign_out_of_other_sessions') === true) {
    for (const { id } of instance.store.sessions.list({ userId: user.id }))
      instance.store.sessions.revoke(id);
  }
  return answer(afterFirstFactor(signIn, user, browser, instance), browser, call, instance);
};

/** Creates a session for the user of a completed sign-in. */
function complete(
  signIn: LocalSignIn,
  browser: LocalBrowser,
  instance: LocalInstance,
  ticket?: SignInTicket,
): LocalSignIn {
  const { sessions } = instance.store;
  const session = sessions.create({
    userId: signIn.userId ?? '',
    clientId: browser.id,
    activeOrganizationId: ticket?.organizationId,
    actor: ticket?.actor,
  });
  if (signIn.secondFactor) sessions.recordVerification(session.id, 'second');
  browser.open(session);
  return saveSignIn({ ...signIn, status: 'complete', createdSessionId: session.id }, browser, instance);
}

function begin(browser: LocalBrowser, { store }: LocalInstance): LocalSignIn {
  return store.attempts.signIns.add({
    browserId: browser.id,
    status: 'needs_identifier',
    identifier: null,
    userId: null,
    firstFactor: null,
    secondFactor: null,
    createdSessionId: null,
    abandonAt: store.now() + DAY,
  });
}

export function saveSignIn(
  signIn: LocalSignIn,
  browser: LocalBrowser,
  { store }: LocalInstance,
): LocalSignIn {
  browser.attempt = signIn.status === 'complete' ? undefined : { kind: 'sign_in', id: signIn.id };
  return store.attempts.signIns.update(signIn.id, signIn);
}

function identify(
  signIn: LocalSignIn,
  identifier: string,
  browser: LocalBrowser,
  instance: LocalInstance,
): LocalSignIn {
  const user = findUser(identifier, instance);
  if (!user) throw identifierNotFound();
  requireUnblocked(user);
  rejectSignedIn(user, browser);
  return { ...signIn, identifier, userId: user.id, status: 'needs_first_factor' };
}

/** A user has one session at most in a browser. */
function rejectSignedIn({ id }: LocalUser, { sessions }: LocalBrowser): void {
  const session = sessions.find(({ userId }) => userId === id);
  if (session) throw alreadySignedIn(session.id);
}

/** ClerkJS may send the password or the wish for a code along with the identifier. */
function advance(
  signIn: LocalSignIn,
  body: Body,
  browser: LocalBrowser,
  instance: LocalInstance,
): LocalSignIn {
  const user = instance.store.users.get(signIn.userId ?? '');
  const strategy = text(body, 'strategy');
  const password = text(body, 'password');
  if (password !== undefined) {
    return tryFirstFactor(signIn, user, { strategy: 'password', password }, browser, instance);
  }
  if (strategy === undefined || strategy === 'password') return signIn;
  const factors = firstFactorsOf(user, { canReset: true });
  return saveSignIn(
    { ...signIn, firstFactor: prepareFactor(instance, factors, body, 'sign_in') },
    browser,
    instance,
  );
}

function tryFirstFactor(
  signIn: LocalSignIn,
  user: LocalUser,
  body: Body,
  browser: LocalBrowser,
  instance: LocalInstance,
): LocalSignIn {
  if (signIn.status !== 'needs_first_factor') throw strategyForUserInvalid();
  const factors = firstFactorsOf(user, { canReset: true });
  const firstFactor = attemptFactor(instance, user, factors, signIn.firstFactor, body);
  const attempted = saveSignIn({ ...signIn, firstFactor }, browser, instance);
  rejectUnverified(firstFactor);
  return isPasswordReset(firstFactor)
    ? saveSignIn({ ...attempted, status: 'needs_new_password' }, browser, instance)
    : afterFirstFactor(attempted, user, browser, instance);
}

/** Completes a sign-in, unless the user has a second factor. */
export function afterFirstFactor(
  signIn: LocalSignIn,
  user: LocalUser,
  browser: LocalBrowser,
  instance: LocalInstance,
): LocalSignIn {
  return secondFactorsOf(user).length > 0
    ? saveSignIn({ ...signIn, status: 'needs_second_factor' }, browser, instance)
    : complete(signIn, browser, instance);
}

/** The user that a verified email address, a verified phone number or a username belongs to. */
export function findUser(identifier: string, { store }: LocalInstance): LocalUser | undefined {
  const wanted = identifier.trim().toLowerCase();
  const number = wanted.replace(/[\s().-]/g, '');
  const { records } = store.users;
  const byEmailAddress = records
    .findBy('email_address', wanted)
    ?.emailAddresses.some(email => isVerified(email) && email.emailAddress.toLowerCase() === wanted);
  if (byEmailAddress) return records.findBy('email_address', wanted);
  const byPhoneNumber = records
    .findBy('phone_number', number)
    ?.phoneNumbers.some(phone => isVerified(phone) && phone.phoneNumber === number);
  return byPhoneNumber ? records.findBy('phone_number', number) : records.findBy('username', wanted);
}

/** @throws {@link ClerkAPIResponseError} 403 for a banned or locked user */
export function requireUnblocked(user: LocalUser): LocalUser {
  if (user.banned) throw userBanned();
  if (user.locked) throw userLocked();
  return user;
}

function requireSignIn(call: OperationCall, instance: LocalInstance) {
  const browser = requireBrowser(call, instance);
  const id = call.pathParameters.sign_in_id ?? '';
  const signIn = instance.store.attempts.signIns.find(id);
  if (signIn?.browserId !== browser.id) throw signInNotFound(id);
  return { browser, signIn };
}

function requireIdentified(call: OperationCall, instance: LocalInstance) {
  const { browser, signIn } = requireSignIn(call, instance);
  if (signIn.userId === null) throw clientStateInvalid('The sign-in has no identifier yet.');
  if (signIn.status === 'complete') throw clientStateInvalid('The sign-in is complete.');
  return { browser, signIn, user: requireUnblocked(instance.store.users.get(signIn.userId)) };
}

function answer(
  signIn: LocalSignIn,
  browser: LocalBrowser,
  call: OperationCall,
  instance: LocalInstance,
): Promise<ApiAnswer> {
  return wrapped(signInJson(signIn, instance), browser, call, instance);
}
