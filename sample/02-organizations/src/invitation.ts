import type { SessionTokenOptions } from 'nest-clerk/testing';

import { local } from './local-clerk.js';

/** The output in the terminal: a token for each user, and what each may do. */
export async function invitation(url: string): Promise<string> {
  const tokens = {
    ADA: await tokenOf({ userId: 'user_ada', orgId: 'org_acme' }),
    ADA_AN_HOUR_LATER: await tokenOf({
      userId: 'user_ada',
      orgId: 'org_acme',
      factorVerificationAge: [60, -1],
    }),
    BOB: await tokenOf({ userId: 'user_bob', orgId: 'org_acme' }),
    GRACE_AT_ACME: await tokenOf({ userId: 'user_grace', orgId: 'org_acme' }),
    GRACE_AT_GLOBEX: await tokenOf({ userId: 'user_grace', orgId: 'org_globex' }),
    KEY: apiKeyOfAcme(['invoices:read']),
    KEY_WITHOUT_SCOPES: apiKeyOfAcme([]),
  };
  const variables = Object.entries(tokens).map(([name, token]) => `  ${name}=${token}`);
  const as = (name: keyof typeof tokens) => `-H "Authorization: Bearer $${name}"`;
  const orgs = `${url}/orgs`;
  const newInvoice = `-H 'Content-Type: application/json' -d '{"customer":"Hooli","amount":9900}'`;

  return `
Listening on ${url} (Ctrl-C to stop). Open it in a browser and choose a user, or paste these tokens

${variables.join('\n')}

and then these commands:

  401: no user is signed in
  curl -i ${orgs}/acme/invoices

  200: Ada is an admin of Acme
  curl -i ${as('ADA')} ${orgs}/acme

  200: Grace is a member of Acme, with the permission to read invoices
  curl -i ${as('GRACE_AT_ACME')} ${orgs}/acme/invoices

  403: members have no permission to create invoices
  curl -i ${as('GRACE_AT_ACME')} ${newInvoice} ${orgs}/acme/invoices

  201: Bob is an accountant of Acme, with that permission
  curl -i ${as('BOB')} ${newInvoice} ${orgs}/acme/invoices

  200: Grace is an admin of Globex
  curl -i ${as('GRACE_AT_GLOBEX')} ${orgs}/globex/invoices

  403: a token for Globex is rejected at the URLs of Acme
  curl -i ${as('GRACE_AT_GLOBEX')} ${orgs}/acme/invoices

  200: Acme has the feature csv_export
  curl -i ${as('GRACE_AT_ACME')} ${orgs}/acme/invoices/csv

  403: Globex does not have it
  curl -i ${as('GRACE_AT_GLOBEX')} ${orgs}/globex/invoices/csv

  200: reports require the plan pro or enterprise; Acme has pro
  curl -i ${as('ADA')} ${orgs}/acme/reports/turnover

  403: Globex has the plan starter
  curl -i ${as('GRACE_AT_GLOBEX')} ${orgs}/globex/reports/turnover

  403: members may not remove invoices
  curl -i ${as('GRACE_AT_ACME')} -X DELETE ${orgs}/acme/invoices/1

  403: admins may, but this token is from an hour after Ada's sign-in: a frontend would ask for reverification
  curl -i ${as('ADA_AN_HOUR_LATER')} -X DELETE ${orgs}/acme/invoices/1

  204: this token is from a fresh sign-in
  curl -i ${as('ADA')} -X DELETE ${orgs}/acme/invoices/1

  200: admins may read the audit log
  curl -i ${as('ADA')} ${orgs}/acme/audit-log

  403: accountants do not
  curl -i ${as('BOB')} ${orgs}/acme/audit-log

  200: an API key of Acme with the scope invoices:read
  curl -i ${as('KEY')} ${url}/exports/invoices

  403: one without scopes
  curl -i ${as('KEY_WITHOUT_SCOPES')} ${url}/exports/invoices

  401: a person's token, where only API keys are accepted
  curl -i ${as('ADA')} ${url}/exports/invoices
`;
}

function tokenOf(options: SessionTokenOptions): Promise<string> {
  return local.issueSessionToken({ ...options, expiresIn: 3600 });
}

function apiKeyOfAcme(scopes: string[]): string {
  return local.apiKeys.create({ subject: 'org_acme', name: 'Reporting', scopes }).secret;
}
