import type { SessionTokenOptions } from 'nest-clerk/testing';

import { local } from './local-clerk.js';

/** What the terminal says: a token for each, and who may what with it. */
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
Listening on ${url} (Ctrl-C to stop). Open it in a browser and choose who to be, or paste these tokens,

${variables.join('\n')}

and then see who may what:

  401: no user is signed in
  curl -i ${orgs}/acme/invoices

  200: Ada is an admin of Acme
  curl -i ${as('ADA')} ${orgs}/acme

  200: Grace is a member of Acme, and as such has the permission to read invoices,
  curl -i ${as('GRACE_AT_ACME')} ${orgs}/acme/invoices

  403: but not to create any
  curl -i ${as('GRACE_AT_ACME')} ${newInvoice} ${orgs}/acme/invoices

  201: as an accountant has
  curl -i ${as('BOB')} ${newInvoice} ${orgs}/acme/invoices

  200: Grace is an admin of Globex
  curl -i ${as('GRACE_AT_GLOBEX')} ${orgs}/globex/invoices

  403: but a token for Globex does not open the URLs of Acme
  curl -i ${as('GRACE_AT_GLOBEX')} ${orgs}/acme/invoices

  200: Acme has booked the feature csv_export
  curl -i ${as('GRACE_AT_ACME')} ${orgs}/acme/invoices/csv

  403: and Globex has not
  curl -i ${as('GRACE_AT_GLOBEX')} ${orgs}/globex/invoices/csv

  200: reports come with the plans pro and enterprise; Acme is on pro
  curl -i ${as('ADA')} ${orgs}/acme/reports/turnover

  403: and Globex on starter
  curl -i ${as('GRACE_AT_GLOBEX')} ${orgs}/globex/reports/turnover

  403: members remove no invoices
  curl -i ${as('GRACE_AT_ACME')} -X DELETE ${orgs}/acme/invoices/1

  403: admins do, but Ada signed in an hour ago: a frontend would ask her to verify again
  curl -i ${as('ADA_AN_HOUR_LATER')} -X DELETE ${orgs}/acme/invoices/1

  204: now she has
  curl -i ${as('ADA')} -X DELETE ${orgs}/acme/invoices/1

  200: admins read the audit log
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
