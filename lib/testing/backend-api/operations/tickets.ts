import { apiError, resourceNotFound } from '../../api-errors.js';
import { signUpJson } from '../../frontend-api/sign-up-json.js';
import type { LocalInstance } from '../../local-instance.js';
import { newId, randomLettersAndDigits } from '../../random.js';
import { newTicket } from '../../store/instance-collections.js';
import type { LocalTicket } from '../../store/invitation-records.js';
import type { LocalStore } from '../../store/local-store.js';
import type { BackendApiHandlers } from '../handlers.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const INVITATION_LIFETIME_DAYS = 30;
const SIGN_IN_TOKEN_LIFETIME_SECONDS = 2_592_000;
const ACTOR_TOKEN_LIFETIME_SECONDS = 3600;
const TESTING_TOKEN_LIFETIME_MS = 60 * 60 * 1000;

export const TICKETS: BackendApiHandlers = {
  CreateSignInToken: ({ body }, instance) => {
    const { store } = instance;
    store.users.get(body.userId);
    if (body.orgId != null && !store.memberships.find(body.orgId, body.userId)) {
      throw resourceNotFound('organization membership', 'organization_id', body.orgId);
    }
    const lifetime = body.expiresInSeconds ?? SIGN_IN_TOKEN_LIFETIME_SECONDS;
    const token = store.records.signInTokens.add({
      userId: body.userId,
      status: 'pending',
      token: newTicket(),
      expiresAt: store.now() + lifetime * 1000,
      organizationId: body.orgId ?? null,
      actor: null,
      sessionMaxDurationInSeconds: null,
    });
    return ticketView(token, instance);
  },

  RevokeSignInToken: ({ path }, instance) => {
    const { signInTokens } = instance.store.records;
    const token = signInTokens.get(path.signInTokenId);
    rejectNotPending(token, 'Sign in token', 'sign_in_token_cannot_be_revoked_code');
    return { ...signInTokens.update(token.id, { status: 'revoked' }), token: undefined };
  },

  CreateActorToken: ({ body }, instance) => {
    const { store } = instance;
    store.users.get(body.userId);
    const lifetime = body.expiresInSeconds ?? ACTOR_TOKEN_LIFETIME_SECONDS;
    const token = store.records.actorTokens.add({
      userId: body.userId,
      status: 'pending',
      token: newTicket(),
      expiresAt: store.now() + lifetime * 1000,
      organizationId: null,
      actor: body.actor,
      sessionMaxDurationInSeconds: body.sessionMaxDurationInSeconds ?? 1800,
    });
    return ticketView(token, instance);
  },

  RevokeActorToken: ({ path }, instance) => {
    const { actorTokens } = instance.store.records;
    const token = actorTokens.get(path.actorTokenId);
    rejectNotPending(token, 'Actor token', 'actor_token_cannot_be_revoked_code');
    return { ...actorTokens.update(token.id, { status: 'revoked' }), token: undefined };
  },

  CreateAgentTask: ({ body }, instance) => {
    const { store } = instance;
    const { userId, identifier } = body.onBehalfOf;
    const user =
      userId == null
        ? store.users.records.findBy('email_address', (identifier ?? '').toLowerCase())
        : store.users.records.find(userId);
    if (!user) {
      const longMessage = 'The user of the agent task no longer exists. Please request a new one.';
      throw apiError(404, 'agent_task_subject_not_found', 'user not found', longMessage);
    }
    const earlier = store.records.agentTasks.list(({ agentName }) => agentName === body.agentName)[0];
    const task = store.records.agentTasks.add({
      agentId: earlier?.agentId ?? newId('agent'),
      userId: user.id,
      agentName: body.agentName,
      taskDescription: body.taskDescription,
      redirectUrl: body.redirectUrl,
      revoked: false,
      ticket: newTicket(),
    });
    const url = ticketUrl(task.ticket, instance, task.redirectUrl);
    return { ...task, agentTaskId: task.id, taskId: task.id, url };
  },

  RevokeAgentTask: ({ path }, { store }) => {
    const { agentTasks } = store.records;
    const task = agentTasks.find(path.agentTaskId);
    if (!task) {
      const longMessage = 'The requested agent task could not be found.';
      throw apiError(404, 'agent_task_not_found', 'agent task not found', longMessage);
    }
    if (task.revoked) throw apiError(400, 'agent_task_cannot_be_revoked', 'cannot revoke agent task');
    const revoked = agentTasks.update(task.id, { revoked: true });
    return { ...revoked, agentTaskId: task.id, taskId: task.id };
  },

  GetSignUp: ({ path }, instance) =>
    signUpJson(instance.store.attempts.signUpAttempts.get(path.id), instance),

  UpdateSignUp: ({ path, body }, instance) => {
    const { signUpAttempts } = instance.store.attempts;
    const { id, createdUserId } = signUpAttempts.get(path.id);
    if (createdUserId !== null) {
      const longMessage = 'This sign up has reached a terminal state and cannot be updated';
      throw apiError(403, 'sign_up_cannot_be_updated', 'Sign up cannot be updated', longMessage);
    }
    const customAction = body.customAction ?? undefined;
    return signUpJson(signUpAttempts.update(id, { externalId: body.externalId, customAction }), instance);
  },

  CreateTestingToken: (_call, { store }) => ({
    token: randomLettersAndDigits(48),
    expiresAt: Math.floor((store.now() + TESTING_TOKEN_LIFETIME_MS) / 1000),
  }),
};

/** When an invitation expires. */
export function expiryOf(days: number | null | undefined, store: LocalStore): number {
  return store.now() + (days ?? INVITATION_LIFETIME_DAYS) * DAY_MS;
}

/** The link that makes the Frontend API accept a ticket and then leads to the application. */
export function ticketUrl(ticket: string, { issuer }: LocalInstance, redirectUrl?: string | null): string {
  const url = new URL('/v1/tickets/accept', issuer);
  url.searchParams.set('ticket', ticket);
  if (redirectUrl != null) url.searchParams.set('redirect_url', redirectUrl);
  return url.href;
}

function ticketView(ticket: LocalTicket, instance: LocalInstance): object {
  return { ...ticket, url: ticketUrl(ticket.token, instance) };
}

function rejectNotPending({ status }: LocalTicket, kind: string, code: string): void {
  if (status === 'pending') return;
  const longMessage = `${kind} cannot be revoked because its status is ${status}. Only pending tokens can be revoked.`;
  throw apiError(400, code, 'cannot revoke', longMessage);
}
