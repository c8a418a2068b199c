import type { ApiAnswer } from '../http/api-answer.js';
import type { OperationCall, OperationHandler } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalReverification } from '../store/attempts.js';
import type { LocalUser } from '../store/records.js';
import { wrapped } from './answers.js';
import { originOf, requireSession } from './caller.js';
import type { Caller } from './caller.js';
import { sessionJson } from './client-json.js';
import { parameterValueInvalid, verificationMissing } from './errors.js';
import { attemptFactor, firstFactorsOf, prepareFactor, secondFactorsOf } from './factors.js';
import type { Factor } from './factors.js';
import { text } from './parameters.js';
import { rejectUnverified, verificationJson } from './verification-codes.js';

const LEVELS = ['first_factor', 'second_factor', 'multi_factor'] as const;

/** Begins a reverification. @see https://clerk.com/docs/guides/secure/reverification */
export const startReverification: OperationHandler = (call, instance) => {
  const caller = requireSession(call, instance);
  const wanted = text(call.body, 'level') ?? 'first_factor';
  const level = LEVELS.find(name => name === wanted);
  if (level === undefined) throw parameterValueInvalid('level', LEVELS);
  const { reverifications } = instance.store.attempts;
  for (const { id } of reverifications.by('sessions', caller.session.id)) reverifications.delete(id);
  const begun = reverifications.add({
    sessionId: caller.session.id,
    level,
    status: needsOnlySecondFactor(level, caller.user) ? 'needs_second_factor' : 'needs_first_factor',
    firstFactor: null,
    secondFactor: null,
  });
  return answer(begun, caller, call, instance);
};

export const prepareFirstFactor: OperationHandler = (call, instance) => {
  const caller = requireSession(call, instance);
  const { id } = requireBegun(caller, instance, 'needs_first_factor');
  const firstFactor = prepareFactor(instance, factorsOf(caller.user), call.body, 'reverification');
  return answer(instance.store.attempts.reverifications.update(id, { firstFactor }), caller, call, instance);
};

export const attemptFirstFactor: OperationHandler = (call, instance) => {
  const caller = requireSession(call, instance);
  const { reverifications } = instance.store.attempts;
  const { id, level, ...current } = requireBegun(caller, instance, 'needs_first_factor');
  const factors = factorsOf(caller.user);
  const firstFactor = attemptFactor(instance, caller.user, factors, current.firstFactor, call.body);
  reverifications.update(id, { firstFactor });
  rejectUnverified(firstFactor);
  const session = instance.store.sessions.recordVerification(caller.session.id, 'first');
  // For a user without a second factor, the first one is sufficient.
  const isDone = level !== 'multi_factor' || secondFactorsOf(caller.user).length === 0;
  const advanced = reverifications.update(id, { status: isDone ? 'complete' : 'needs_second_factor' });
  return answer(advanced, { ...caller, session }, call, instance);
};

export const prepareSecondFactor: OperationHandler = (call, instance) => {
  const caller = requireSession(call, instance);
  const { id } = requireBegun(caller, instance, 'needs_second_factor');
  const secondFactor = prepareFactor(instance, secondFactorsOf(caller.user), call.body, 'reverification');
  return answer(instance.store.attempts.reverifications.update(id, { secondFactor }), caller, call, instance);
};

export const attemptSecondFactor: OperationHandler = (call, instance) => {
  const caller = requireSession(call, instance);
  const { reverifications } = instance.store.attempts;
  const current = requireBegun(caller, instance, 'needs_second_factor');
  const factors = secondFactorsOf(caller.user);
  const secondFactor = attemptFactor(instance, caller.user, factors, current.secondFactor, call.body);
  reverifications.update(current.id, { secondFactor });
  rejectUnverified(secondFactor);
  const session = instance.store.sessions.recordVerification(caller.session.id, 'second');
  const complete = reverifications.update(current.id, { status: 'complete' });
  return answer(complete, { ...caller, session }, call, instance);
};

function requireBegun(
  { session }: Caller,
  { store }: LocalInstance,
  status: LocalReverification['status'],
): LocalReverification {
  const current = store.attempts.reverifications.findBy('sessions', session.id);
  if (current?.status !== status) throw verificationMissing();
  return current;
}

function needsOnlySecondFactor(level: LocalReverification['level'], user: LocalUser): boolean {
  return level === 'second_factor' && secondFactorsOf(user).length > 0;
}

function factorsOf(user: LocalUser): Factor[] {
  return firstFactorsOf(user, { canReset: false });
}

async function answer(
  reverification: LocalReverification,
  { browser, session, user }: Caller,
  call: OperationCall,
  instance: LocalInstance,
): Promise<ApiAnswer> {
  const now = instance.store.now();
  const secondFactors = secondFactorsOf(user);
  const response = {
    object: 'session_reverification',
    level: reverification.level,
    status: reverification.status,
    supported_first_factors: factorsOf(user),
    supported_second_factors: secondFactors.length > 0 ? secondFactors : null,
    first_factor_verification: verificationJson(reverification.firstFactor, now),
    second_factor_verification: verificationJson(reverification.secondFactor, now),
    session: await sessionJson(session, instance, originOf(call, instance)),
  };
  return wrapped(response, browser, call, instance);
}
