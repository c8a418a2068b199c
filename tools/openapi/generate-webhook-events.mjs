/**
 * Generates the types of Clerk's webhook events from its OpenAPI document of webhooks.
 *
 *     node tools/openapi/generate-webhook-events.mjs ../shared/openapi/webhooks-2025-04-15.yml
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { format, resolveConfig } from 'prettier';

const OUTPUT = 'lib/webhooks/generated/events.ts';
const TYPES_OUTPUT = 'lib/webhooks/generated/event-types.ts';

/** The type of `@clerk/backend` with the events of a resource, and the types of single events besides it. */
const EVENT_TYPES = {
  user: 'UserWebhookEvent',
  email: 'EmailWebhookEvent',
  sms: 'SMSWebhookEvent',
  session: 'SessionWebhookEvent',
  organization: 'OrganizationWebhookEvent',
  organizationDomain: 'OrganizationDomainWebhookEvent',
  organizationMembership: 'OrganizationMembershipWebhookEvent',
  organizationInvitation: 'OrganizationInvitationWebhookEvent',
  'organizationInvitation.accepted': 'OrganizationInvitationAcceptedWebhookEvent',
  role: 'RoleWebhookEvent',
  permission: 'PermissionWebhookEvent',
  waitlistEntry: 'WaitlistEntryWebhookEvent',
  paymentAttempt: 'BillingPaymentAttemptWebhookEvent',
  subscription: 'BillingSubscriptionWebhookEvent',
  subscriptionItem: 'BillingSubscriptionItemWebhookEvent',
};

/** Events in `@clerk/backend` that the document does not have, with the event that has the same payload. */
const FURTHER_EVENTS = { 'subscriptionItem.created': 'subscriptionItem.updated' };

/** The payload types of events for which `@clerk/backend` has a more specific type than the document. */
const PAYLOADS_OF_EVENTS = { 'user.deleted': 'UserDeletedJSON' };

/** The names of `@clerk/backend` for schemas; any other name is that of the schema with the suffix `JSON`. */
const SCHEMA_NAMES = {
  EmailEventPayload: 'EmailJSON',
  SmsEventPayload: 'SMSMessageJSON',
  SessionEventPayload: 'SessionWebhookEventJSON',
  SessionActivityResponse: 'SessionActivityJSON',
  OrganizationInvitationAcceptedPayload: 'OrganizationInvitationAcceptedJSON',
  PaymentAttemptEventPayload: 'BillingPaymentAttemptWebhookEventJSON',
  SubscriptionEventPayload: 'BillingSubscriptionWebhookEventJSON',
  BillingSubscriptionItemEventPayload: 'BillingSubscriptionItemWebhookEventJSON',
  // What a payment attempt says of the items that it pays.
  BillingSubscriptionItem: 'BillingPaymentAttemptSubscriptionItemJSON',
  BillingPayerEventPayload: 'BillingPayerWebhookEventJSON',
};

const BACKEND_API = '../../backend-api/types.js';

/** Types of the Backend API client: its resources are the payloads of events. */
const BACKEND_API_TYPES = await exportedNames(
  ['lib/backend-api/types.ts', 'lib/backend-api/generated/types.ts'].filter(existsSync),
);

async function exportedNames(files) {
  const sources = await Promise.all(files.map(file => readFile(file, 'utf8')));
  return new Set(sources.flatMap(source => [...source.matchAll(/\b\w+JSON\b/g)].map(([name]) => name)));
}

class EventTypes {
  #schemas;
  #declared = new Map();
  #schemaOf = new Map();
  #imported = new Set();

  constructor(document) {
    this.#schemas = document.components.schemas;
    const webhooks = { ...document['x-webhooks'] };
    for (const [type, like] of Object.entries(FURTHER_EVENTS)) webhooks[type] ??= webhooks[like];
    this.events = Object.entries(webhooks).map(([type, { post }]) => ({
      type,
      resource: type.split('.')[0],
      data: this.#dataOf(type, post.requestBody.content['application/json'].schema),
    }));
  }

  render(header) {
    const groups = groupBy(this.events, ({ type, resource }) => EVENT_TYPES[type] ?? EVENT_TYPES[resource]);
    if (groups.has(undefined)) throw new Error(`no name for ${groups.get(undefined)[0].type}`);
    const names = [...groups.keys()];
    return [
      header,
      this.#imports(),
      `/** Where the request came from that caused an event. */
      export interface WebhookEventAttributes { http_request: { client_ip: string; user_agent: string } }`,
      `/** What all events have. */
      export interface WebhookEventEnvelope<Type extends string, Data> {
        /** Such as \`user.created\`. */
        type: Type;
        object: 'event';
        data: Data;
        event_attributes: WebhookEventAttributes;
        /** When the event happened: Unix time in milliseconds. */
        timestamp: number;
        instance_id: string;
      }`,
      ...this.#declared.values(),
      ...[...groups].map(([name, events]) => this.#eventType(name, events)),
      `/** Every event that Clerk describes. Narrow it by \`type\`. */
      export type WebhookEvent = ${names.join(' | ')};`,
      `/** The \`type\` of a {@link WebhookEvent}. */
      export type WebhookEventType = WebhookEvent['type'];`,
    ].join('\n\n');
  }

  /** The source of the list of types, for checks at run time. */
  renderTypes(header) {
    return `${header}
      import type { WebhookEventType } from './events.js';

      /** Every {@link WebhookEventType}. */
      export const WEBHOOK_EVENT_TYPES: readonly WebhookEventType[] = [
        ${this.events.map(({ type }) => `'${type}'`).join(', ')}
      ];`;
  }

  #dataOf(type, schema) {
    const data = schema.allOf.map(part => part.properties?.data).find(Boolean);
    const name = PAYLOADS_OF_EVENTS[type];
    if (name === undefined) return this.#typeOf(data);
    if (!this.#use(name)) {
      this.#declare(name, data.$ref ? this.#schemas[nameOf(data.$ref)] : data, `The data of \`${type}\`.`);
    }
    return name;
  }

  #eventType(name, events) {
    const byData = groupBy(events, ({ data }) => data);
    const members = [...byData].map(([data, together]) => {
      const types = together.map(({ type }) => `'${type}'`).join(' | ');
      return `WebhookEventEnvelope<${types}, ${data}>`;
    });
    return `/** ${events.map(({ type }) => `\`${type}\``).join(', ')}. */\nexport type ${name} = ${members.join(' | ')};`;
  }

  #imports() {
    if (this.#imported.size === 0) return '';
    return `import type { ${[...this.#imported].sort().join(', ')} } from '${BACKEND_API}';`;
  }

  /** Whether a type belongs to the Backend API client; then it is imported. */
  #use(name) {
    if (!BACKEND_API_TYPES.has(name)) return false;
    this.#imported.add(name);
    return true;
  }

  #reference(ref) {
    const schemaName = nameOf(ref);
    const name = typeName(schemaName);
    if (this.#use(name)) return name;
    const schema = this.#schemas[schemaName];
    const declared = this.#schemaOf.get(name);
    if (declared === schema) return name;
    if (declared) throw new Error(`two schemas would be ${name}, one of them ${schemaName}`);
    this.#schemaOf.set(name, schema);
    this.#declare(name, schema, schema.description ?? `The schema \`${schemaName}\`.`);
    return name;
  }

  #declare(name, schema, description) {
    this.#declared.set(name, ''); // Before its parts, which may refer to it.
    const isInterface = !schema.allOf && !schema.oneOf && schema.properties;
    const type = this.#typeOf({ ...schema, nullable: false });
    this.#declared.set(
      name,
      `${comment(description)}${isInterface ? `export interface ${name} ${type}` : `export type ${name} = ${type};`}`,
    );
  }

  #typeOf(schema) {
    const type = this.#bareType(schema);
    return schema.nullable && type !== 'unknown' ? `${type} | null` : type;
  }

  #bareType(schema) {
    if (schema.$ref) return this.#reference(schema.$ref);
    if (schema.allOf) return schema.allOf.map(part => this.#typeOf(part)).join(' & ');
    if (schema.oneOf) return [...new Set(schema.oneOf.map(part => this.#typeOf(part)))].join(' | ');
    if (schema.enum) return schema.enum.map(value => (value === null ? 'null' : `'${value}'`)).join(' | ');
    if (schema.properties) return this.#object(schema);
    switch (schema.type) {
      case 'string':
      case 'boolean':
        return schema.type;
      case 'integer':
      case 'number':
        return 'number';
      case 'array':
        return `(${this.#typeOf(schema.items ?? {})})[]`;
      case 'object':
        return typeof schema.additionalProperties === 'object'
          ? `Record<string, ${this.#typeOf(schema.additionalProperties)}>`
          : 'Record<string, unknown>';
      default:
        return 'unknown';
    }
  }

  #object({ properties, required = [] }) {
    const members = Object.entries(properties).map(([name, schema]) => {
      const optional = required.includes(name) ? '' : '?';
      return `${comment(schema.description)}${name}${optional}: ${this.#typeOf(schema)};`;
    });
    return `{\n${members.join('\n')}\n}`;
  }
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function typeName(schemaName) {
  if (SCHEMA_NAMES[schemaName]) return SCHEMA_NAMES[schemaName];
  // The Backend API has types of the same names with other properties.
  if (/^Billing/.test(schemaName)) return `${schemaName.replace('Event', '')}WebhookEventJSON`;
  const words = schemaName.split('_').map(word => word[0].toUpperCase() + word.slice(1));
  return `${words.join('')}JSON`;
}

function nameOf(ref) {
  return ref.split('/').at(-1);
}

function comment(description) {
  const text = description?.trim().replaceAll('*/', '*\\/').replace(/\s+/g, ' ');
  return text ? `/** ${text} */\n` : '';
}

async function main([path]) {
  const version = /\d{4}-\d{2}-\d{2}/.exec(basename(path))[0];
  const types = new EventTypes(parse(await readFile(path, 'utf8')));
  const header = `// Generated from Clerk's webhooks document ${version} by tools/openapi/generate-webhook-events.mjs. Do not edit.`;
  const options = { ...(await resolveConfig(OUTPUT)), parser: 'typescript' };
  await writeFile(OUTPUT, await format(types.render(header), options));
  await writeFile(TYPES_OUTPUT, await format(types.renderTypes(header), options));
  console.log(`${OUTPUT}: ${types.events.length} events`);
}

await main(process.argv.slice(2));
