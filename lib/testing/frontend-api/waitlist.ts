import { enlist } from '../backend-api/operations/invitations.js';
import { json } from '../http/api-answer.js';
import type { OperationHandler } from '../http/local-api.js';
import { assertEmailAddress } from './identifiers.js';
import { requiredText } from './parameters.js';

/** Puts an email address on the waitlist; one that is on it stays as it is. The answer is bare. */
export const joinWaitlist: OperationHandler = (call, { store }) => {
  const emailAddress = requiredText(call.body, 'email_address').trim();
  assertEmailAddress(emailAddress);
  const { id } = enlist(emailAddress, store);
  return json({ object: 'waitlist_entry', id });
};
