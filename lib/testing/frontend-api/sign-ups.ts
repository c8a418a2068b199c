import type { ApiAnswer } from '../http/api-answer.js';
import type { OperationCall, OperationHandler } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type { AttemptVerification, LocalSignUpAttempt } from '../store/attempts.js';
import type { LocalBrowser } from '../store/browsers.js';
import { wrapped } from './answers.js';
import { findOrCreateBrowser, requireBrowser } from './caller.js';
import {
  clientStateInvalid,
  parameterValueInvalid,
  sessionExists,
  signUpNotFound,
  strategyForUserInvalid,
} from './errors.js';
import { isOAuthStrategy, visitProvider } from './external-accounts.js';
import { verified } from './factors.js';
import { readEmailAddress, readPhoneNumber, readUsername } from './identifiers.js';
import { flag, nullableText, object, requiredText, text } from './parameters.js';
import { rejectBadPassword } from './passwords.js';
import { missingFields, signUpJson, unverifiedFields } from './sign-up-json.js';
import { acceptSignUpTicket, readSignUpTicket } from './tickets.js';
import { accountForSignUp } from './transfers.js';
import { attemptCode, rejectUnverified, sendCode } from './verification-codes.js';

type Body = OperationCall['body'];

const DAY = 24 * 60 * 60 * 1000;

/** Starts a sign-up, and completes it if the call contains everything that is required. */
export const createSignUp: OperationHandler = (call, instance) => {
  const browser = findOrCreateBrowser(call, instance);
  if (browser.session && instance.singleSessionMode) throw sessionExists();
  const transferred = flag(call.body, 'transfer') === true ? accountForSignUp(browser, instance) : undefined;
  const begun = withTicket(begin(browser, instance), call.body, instance);
  if (transferred) {
    const externalVerification: AttemptVerification = {
      ...transferred.verification,
      status: 'verified',
      external: { redirectUrl: '', account: transferred.account },
    };
    const identified = withFields({ ...begun, externalVerification }, call.body, instance);
    return proceed(identified, browser, call, instance);
  }
  return proceed(
    visiting(withFields(begun, call.body, instance), browser, call, instance),
    browser,
    call,
    instance,
  );
};

export const getSignUp: OperationHandler = (call, instance) => {
  const { browser, signUp } = requireSignUp(call, instance);
  return answer(signUp, browser, call, instance);
};

export const updateSignUp: OperationHandler = (call, instance) => {
  const { browser, signUp } = requireOpenSignUp(call, instance);
  const updated = visiting(withFields(signUp, call.body, instance), browser, call, instance);
  return proceed(updated, browser, call, instance);
};

export const prepareSignUpVerification: OperationHandler = (call, instance) => {
  const { browser, signUp } = requireOpenSignUp(call, instance);
  const strategy = requiredText(call.body, 'strategy');
  const { identifier, name } = identifierFor(strategy, signUp);
  const verification = sendCode(instance, { strategy, identifier, purpose: 'sign_up' });
  return answer(saveSignUp({ ...signUp, [name]: verification }, browser, instance), browser, call, instance);
};

export const attemptSignUpVerification: OperationHandler = (call, instance) => {
  const { browser, signUp } = requireOpenSignUp(call, instance);
  const { name } = identifierFor(text(call.body, 'strategy') ?? 'email_code', signUp);
  const verification = attemptCode(instance, signUp[name], requiredText(call.body, 'code'));
  const attempted = saveSignUp({ ...signUp, [name]: verification }, browser, instance);
  rejectUnverified(verification);
  return proceed(attempted, browser, call, instance);
};

/** As {@link completeIfPossible}, with the response. */
function proceed(
  signUp: LocalSignUpAttempt,
  browser: LocalBrowser,
  call: OperationCall,
  instance: LocalInstance,
): Promise<ApiAnswer> {
  return answer(completeIfPossible(signUp, browser, instance), browser, call, instance);
}

/** Creates the user as soon as no field is missing or unverified. */
export function completeIfPossible(
  signUp: LocalSignUpAttempt,
  browser: LocalBrowser,
  instance: LocalInstance,
): LocalSignUpAttempt {
  const known = withAccount(signUp);
  const isDone = missingFields(known).length === 0 && unverifiedFields(known).length === 0;
  return isDone ? complete(known, browser, instance) : saveSignUp(known, browser, instance);
}

/** Sends the browser to an OAuth provider, if the call asks for it. */
function visiting(
  signUp: LocalSignUpAttempt,
  browser: LocalBrowser,
  call: OperationCall,
  instance: LocalInstance,
): LocalSignUpAttempt {
  const strategy = text(call.body, 'strategy');
  if (!isOAuthStrategy(strategy)) return signUp;
  const purpose = 'sign_up';
  const externalVerification = visitProvider(call, instance, {
    browser,
    strategy,
    purpose,
    subjectId: signUp.id,
  });
  return { ...signUp, externalVerification };
}

/** An account of an OAuth provider has a verified email address, and a name. */
function withAccount(signUp: LocalSignUpAttempt): LocalSignUpAttempt {
  const { externalVerification } = signUp;
  const account = externalVerification?.external?.account;
  if (externalVerification?.status !== 'verified' || !account) return signUp;
  const isSameAddress = signUp.emailAddress === null || signUp.emailAddress === account.emailAddress;
  return {
    ...signUp,
    emailAddress: signUp.emailAddress ?? account.emailAddress,
    emailVerification: isSameAddress ? verified(externalVerification.strategy) : signUp.emailVerification,
    firstName: signUp.firstName ?? (account.firstName || null),
    lastName: signUp.lastName ?? (account.lastName || null),
  };
}

function complete(
  signUp: LocalSignUpAttempt,
  browser: LocalBrowser,
  instance: LocalInstance,
): LocalSignUpAttempt {
  const { store } = instance;
  const { externalVerification } = signUp;
  const account =
    externalVerification?.status === 'verified' ? externalVerification.external?.account : undefined;
  const user = store.users.create({
    emailAddress: signUp.emailAddress === null ? [] : [signUp.emailAddress],
    phoneNumber: signUp.phoneNumber === null ? [] : [signUp.phoneNumber],
    username: signUp.username,
    password: signUp.password,
    firstName: signUp.firstName,
    lastName: signUp.lastName,
    locale: signUp.locale,
    publicMetadata: { ...signUp.publicMetadata },
    unsafeMetadata: { ...signUp.unsafeMetadata },
    legalAcceptedAt: signUp.legalAcceptedAt === null ? null : new Date(signUp.legalAcceptedAt),
    externalId: signUp.externalId,
    externalAccounts: account
      ? [{ ...account, provider: externalVerification?.strategy ?? '', approvedScopes: ['email', 'profile'] }]
      : [],
  });
  if (signUp.ticket !== null) acceptSignUpTicket(signUp.ticket, user, instance);
  const session = store.sessions.create({ userId: user.id, clientId: browser.id });
  browser.open(session);
  // From here on the password is stored with the user.
  const completed = { ...signUp, password: null, createdUserId: user.id, createdSessionId: session.id };
  return saveSignUp(completed, browser, instance);
}

function begin(browser: LocalBrowser, { store }: LocalInstance): LocalSignUpAttempt {
  return store.attempts.signUpAttempts.add({
    browserId: browser.id,
    emailAddress: null,
    phoneNumber: null,
    username: null,
    password: null,
    firstName: null,
    lastName: null,
    locale: null,
    unsafeMetadata: {},
    publicMetadata: {},
    legalAcceptedAt: null,
    emailVerification: null,
    phoneVerification: null,
    ticket: null,
    createdSessionId: null,
    createdUserId: null,
    abandonAt: store.now() + DAY,
  });
}

/** The ticket of an invitation verifies its email address. */
function withTicket(signUp: LocalSignUpAttempt, body: Body, instance: LocalInstance): LocalSignUpAttempt {
  const ticket = text(body, 'ticket');
  if (ticket === undefined) return signUp;
  const { emailAddress, publicMetadata } = readSignUpTicket(ticket, instance);
  return { ...signUp, ticket, emailAddress, publicMetadata, emailVerification: verified('ticket') };
}

function withFields(signUp: LocalSignUpAttempt, body: Body, instance: LocalInstance): LocalSignUpAttempt {
  const password = text(body, 'password');
  if (password !== undefined) rejectBadPassword(password, 'password');
  const identifiers = withIdentifiers(signUp, body, instance);
  return {
    ...identifiers,
    username: readUsername(body, instance) ?? signUp.username,
    password: password ?? signUp.password,
    firstName: given(nullableText(body, 'first_name'), signUp.firstName),
    lastName: given(nullableText(body, 'last_name'), signUp.lastName),
    locale: text(body, 'locale') ?? signUp.locale,
    unsafeMetadata: object(body, 'unsafe_metadata') ?? signUp.unsafeMetadata,
    legalAcceptedAt: flag(body, 'legal_accepted') === true ? instance.store.now() : signUp.legalAcceptedAt,
  };
}

/** A verification belongs to one address or number, so a changed one is unverified. */
function withIdentifiers(
  signUp: LocalSignUpAttempt,
  body: Body,
  instance: LocalInstance,
): LocalSignUpAttempt {
  const emailAddress = readEmailAddress(body, instance) ?? signUp.emailAddress;
  const phoneNumber = readPhoneNumber(body, instance) ?? signUp.phoneNumber;
  return {
    ...signUp,
    emailAddress,
    phoneNumber,
    emailVerification: emailAddress === signUp.emailAddress ? signUp.emailVerification : null,
    phoneVerification: phoneNumber === signUp.phoneNumber ? signUp.phoneVerification : null,
  };
}

function identifierFor(
  strategy: string,
  { emailAddress, phoneNumber }: LocalSignUpAttempt,
): { identifier: string; name: 'emailVerification' | 'phoneVerification' } {
  if (strategy === 'email_code' && emailAddress !== null) {
    return { identifier: emailAddress, name: 'emailVerification' };
  }
  if (strategy === 'phone_code' && phoneNumber !== null) {
    return { identifier: phoneNumber, name: 'phoneVerification' };
  }
  if (strategy === 'email_code' || strategy === 'phone_code') throw strategyForUserInvalid();
  throw parameterValueInvalid('strategy', ['email_code', 'phone_code']);
}

export function saveSignUp(
  signUp: LocalSignUpAttempt,
  browser: LocalBrowser,
  { store }: LocalInstance,
): LocalSignUpAttempt {
  browser.attempt = signUp.createdUserId === null ? { kind: 'sign_up', id: signUp.id } : undefined;
  return store.attempts.signUpAttempts.update(signUp.id, signUp);
}

function requireSignUp(call: OperationCall, instance: LocalInstance) {
  const browser = requireBrowser(call, instance);
  const id = call.pathParameters.sign_up_id ?? '';
  const signUp = instance.store.attempts.signUpAttempts.find(id);
  if (signUp?.browserId !== browser.id) throw signUpNotFound(id);
  return { browser, signUp };
}

function requireOpenSignUp(call: OperationCall, instance: LocalInstance) {
  const found = requireSignUp(call, instance);
  if (found.signUp.createdUserId !== null) throw clientStateInvalid('The sign-up is complete.');
  return found;
}

function given<T>(value: T | undefined, current: T): T {
  return value === undefined ? current : value;
}

function answer(
  signUp: LocalSignUpAttempt,
  browser: LocalBrowser,
  call: OperationCall,
  instance: LocalInstance,
): Promise<ApiAnswer> {
  return wrapped(signUpJson(signUp, instance), browser, call, instance);
}
