import type { Random } from './random.js';

/** Parameters of `has()`: valid ones, and ones that the types do not allow. */
const ROLES = ['org:admin', 'admin', 'org:member', 'member', 'org:', '', 'ADMIN', null, 5, ['org:admin']];
const PERMISSIONS = [
  'org:posts:read',
  'posts:read',
  'org:posts:manage',
  'org:billing:manage',
  'org:sys_profile:delete',
  'org:a:read',
  'read',
  '',
  null,
  0,
  {},
];
const FEATURES = [
  'posts',
  'o:posts',
  'org:posts',
  'organization:billing',
  'u:chat',
  'user:chat',
  'chat',
  'o:chat',
  'export',
  'u:export',
  'x:other',
  'other',
  'o:',
  ':posts',
  '',
  'o:a:b',
  'a:b',
  null,
  1,
  ['posts'],
];
const PLANS = [
  'pro',
  'o:pro',
  'org:pro',
  'u:free',
  'user:free',
  'free',
  'org:free',
  'team',
  'u:team',
  'enterprise:eu',
  'enterprise',
  'plan:pro',
  '',
  null,
  {},
];
const REVERIFICATIONS = [
  'strict',
  'strict_mfa',
  'moderate',
  'lax',
  'unknown',
  '',
  null,
  true,
  10,
  {},
  [],
  ...['first_factor', 'second_factor', 'multi_factor', 'third_factor'].flatMap(level =>
    [1, 10, 60, 0, -1, Number.NaN, '10', Infinity, undefined].map(afterMinutes => ({ level, afterMinutes })),
  ),
];

type HasParameters = Record<string, unknown>;

const SINGLE_QUESTIONS: unknown[] = [
  ...ROLES.map(role => ({ role })),
  ...PERMISSIONS.map(permission => ({ permission })),
  ...FEATURES.map(feature => ({ feature })),
  ...PLANS.map(plan => ({ plan })),
  ...REVERIFICATIONS.map(reverification => ({ reverification })),
  {},
  { role: undefined },
  { unknown: 'x' },
  [],
  'org:admin',
  5,
];

/** Every single question, and some drawn combinations for this request. */
export function hasQuestions(random: Random): unknown[] {
  return [...SINGLE_QUESTIONS, ...Array.from({ length: 12 }, () => drawCombination(random))];
}

function drawCombination(random: Random): HasParameters {
  const parameters: HasParameters = {};
  if (random.chance(0.5)) parameters['role'] = random.pick(ROLES.slice(0, 4));
  if (random.chance(0.5)) parameters['permission'] = random.pick(PERMISSIONS.slice(0, 5));
  if (random.chance(0.4)) parameters['feature'] = random.pick(FEATURES);
  if (random.chance(0.4)) parameters['plan'] = random.pick(PLANS);
  if (random.chance(0.3)) parameters['reverification'] = random.pick(REVERIFICATIONS);
  if (random.chance(0.1))
    parameters[random.pick(['role', 'permission', 'feature', 'plan', 'reverification'])] = undefined;
  return parameters;
}

/** One character per question: `1` for true, `0` for false, `!` for an exception, `?` for another value. */
export function answersOf(has: (parameters: never) => unknown, questions: unknown[]): string {
  return questions.map(question => answerOf(has, question)).join('');
}

function answerOf(has: (parameters: never) => unknown, question: unknown): string {
  try {
    const answer = has(question as never);
    if (typeof answer !== 'boolean') return '?';
    return answer ? '1' : '0';
  } catch {
    return '!';
  }
}
