import { parameterError, parametersInvalid, resourceNotFound } from '../../api-errors.js';
import type { BackendApiCalls } from '../../generated/calls.js';
import type { LocalEmail } from '../../store/invitation-records.js';
import type { LocalStore } from '../../store/local-store.js';
import type { BackendApiHandlers } from '../handlers.js';

type EmailParams = BackendApiCalls['CreateEmail']['body'];

/** Emails of the application, which go to the inbox only. */
export const EMAILS: BackendApiHandlers = {
  CreateEmail: ({ body, raw }, { store }) =>
    emailView(send(body, raw.header('idempotency-key') ?? null, store)),

  CreateEmailBatch: ({ body }, { store }) =>
    body.messages.map((message, index) => ({
      index,
      email: emailView(send(message, message.idempotencyKey ?? null, store)),
      statusCode: 200,
    })),

  GetEmail: ({ path }, { store }) => emailView(store.records.emails.get(path.emailId)),
};

function send(params: EmailParams, idempotencyKey: string | null, store: LocalStore): LocalEmail {
  const sent =
    idempotencyKey === null ? undefined : store.records.emails.findBy('idempotencyKey', idempotencyKey);
  if (sent) return sent;
  const { to, userId, emailAddressId } = recipientOf(params, store);
  const { subject, html, text } = params;
  if (html == null && text == null) {
    throw parametersInvalid(parameterError('form_param_missing', 'html', 'must be included, unless text is'));
  }
  const email = store.records.emails.add({
    to,
    fromName: params.from?.name ?? '',
    subject,
    html: html ?? '',
    text: text ?? null,
    userId,
    emailAddressId,
    idempotencyKey,
  });
  store.inbox.deliver({
    channel: 'email',
    to,
    purpose: 'custom',
    subject,
    text: text ?? html ?? '',
    code: null,
    url: null,
  });
  return email;
}

function recipientOf(
  { to }: EmailParams,
  { users }: LocalStore,
): Pick<LocalEmail, 'to' | 'userId' | 'emailAddressId'> {
  if (to.address != null) return { to: to.address, userId: null, emailAddressId: null };
  const user =
    to.userId == null
      ? users.records.findBy('identifierId', to.emailAddressId ?? '')
      : users.records.find(to.userId);
  const id = to.emailAddressId ?? user?.primaryEmailAddressId;
  const email = user?.emailAddresses.find(address => address.id === id);
  if (!user || !email) throw resourceNotFound('recipient', 'id', to.userId ?? to.emailAddressId ?? '');
  return { to: email.emailAddress, userId: user.id, emailAddressId: email.id };
}

function emailView({ to, fromName, html, text, ...email }: LocalEmail): object {
  return {
    ...email,
    fromEmailName: fromName,
    toEmailAddress: to,
    body: html,
    bodyPlain: text,
    status: 'queued',
    slug: null,
    data: null,
    deliveredByClerk: true,
    suppressionReason: null,
  };
}
