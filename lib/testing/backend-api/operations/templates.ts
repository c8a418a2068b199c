import { apiError, resourceNotFound } from '../../api-errors.js';
import type { LocalInstance } from '../../local-instance.js';
import type { LocalTemplate } from '../../store/instance-records.js';
import type { LocalStore } from '../../store/local-store.js';
import type { BackendApiHandlers } from '../handlers.js';
import { pageOf } from '../lists.js';

type TemplateType = LocalTemplate['templateType'];

/** Clerk's own templates, with texts of Local Clerk: slug, name, subject of an email. */
const TEMPLATES: Readonly<Record<TemplateType, readonly (readonly [string, string, string?])[]>> = {
  email: [
    ['verification_code', 'Verification code', '{{otp_code}} is your verification code'],
    ['reset_password_code', 'Reset password code', '{{otp_code}} is your reset password code'],
    ['magic_link_sign_in', 'Email link (sign in)', 'Sign in to {{app.name}}'],
    ['magic_link_sign_up', 'Email link (sign up)', 'Sign up to {{app.name}}'],
    ['invitation', 'Invitation', 'Your invitation to {{app.name}}'],
    ['organization_invitation', 'Organization invitation', 'Invitation to {{org.name}}'],
    ['waitlist_confirmation', 'Waitlist confirmation', 'You are on the waitlist'],
    ['waitlist_invitation', 'Waitlist invitation', 'Your invitation to {{app.name}}'],
    ['password_changed', 'Password changed', 'Your password was changed'],
    ['password_removed', 'Password removed', 'Your password was removed'],
    ['primary_email_address_changed', 'Primary email address changed', 'Your email address was changed'],
    ['account_locked', 'Account locked', 'Your account was locked'],
    ['new_device_sign_in', 'Sign in from new device', 'New sign-in to {{app.name}}'],
  ],
  sms: [
    ['verification_code', 'Verification code'],
    ['reset_password_code', 'Reset password code'],
    ['invitation', 'Invitation'],
    ['password_changed', 'Password changed'],
  ],
};

const VARIABLE = /\{\{\s*([\w.]+)\s*\}\}/g;

export const EMAIL_AND_SMS_TEMPLATES: BackendApiHandlers = {
  GetTemplateList: ({ path, query }, instance) => {
    const type = typeOf(path.templateType);
    const templates = TEMPLATES[type].map(([slug]) => templateOf(type, slug, instance.store));
    return pageOf(templates, query, template => templateView(template, instance));
  },

  GetTemplate: ({ path }, instance) =>
    templateView(templateOf(typeOf(path.templateType), path.slug, instance.store), instance),

  UpsertTemplate: ({ path, body }, instance) => {
    const template = templateOf(typeOf(path.templateType), path.slug, instance.store);
    rejectMissingVariable(template, body.body);
    const changed = save(instance.store, {
      ...template,
      name: body.name ?? template.name,
      subject: body.subject ?? template.subject,
      markup: body.markup ?? template.markup,
      body: body.body ?? template.body,
      fromEmailName: body.fromEmailName ?? template.fromEmailName,
      replyToEmailName: body.replyToEmailName ?? template.replyToEmailName,
      deliveredByClerk: body.deliveredByClerk ?? template.deliveredByClerk,
      isChanged: true,
    });
    return templateView(changed, instance);
  },

  RevertTemplate: ({ path }, instance) => {
    const type = typeOf(path.templateType);
    const template = templateOf(type, path.slug, instance.store);
    if (!template.isChanged) {
      const longMessage = `Template with slug ${path.slug} can't be reverted`;
      throw apiError(400, 'template_revert_error', 'Template revert restricted', longMessage);
    }
    instance.store.records.templates.delete(template.id);
    return templateView(templateOf(type, path.slug, instance.store), instance);
  },

  PreviewTemplate: ({ path, body }, { store }) => {
    const template = templateOf(typeOf(path.templateType), path.slug, store);
    const fill = (text: string): string => text.replaceAll(VARIABLE, (_match, name: string) => `[${name}]`);
    return {
      subject: fill(body.subject ?? template.subject ?? ''),
      body: fill(body.body ?? template.body),
      from_email_name: body.fromEmailName ?? template.fromEmailName,
      reply_to_email_name: body.replyToEmailName ?? template.replyToEmailName,
    };
  },

  ToggleTemplateDelivery: ({ path, body }, instance) => {
    const template = templateOf(typeOf(path.templateType), path.slug, instance.store);
    const deliveredByClerk = body.deliveredByClerk ?? !template.deliveredByClerk;
    return templateView(save(instance.store, { ...template, deliveredByClerk }), instance);
  },
};

function typeOf(type: string): TemplateType {
  if (type === 'email' || type === 'sms') return type;
  const longMessage = `Template type ${type} is not supported`;
  throw apiError(400, 'template_type_unsupported', 'Template type not supported', longMessage);
}

function templateOf(templateType: TemplateType, slug: string, { records, now }: LocalStore): LocalTemplate {
  const saved = records.templates.findBy('slug', `${templateType}/${slug}`);
  if (saved) return saved;
  const [, name, subject = null] = TEMPLATES[templateType].find(([known]) => known === slug) ?? [];
  if (name === undefined) throw resourceNotFound('template', 'slug', slug);
  const body = slug.includes('code') ? '{{otp_code}}' : name;
  return {
    id: `tmpl_${templateType}_${slug}`,
    templateType,
    slug,
    name,
    subject,
    markup: '',
    body,
    fromEmailName: templateType === 'email' ? 'noreply' : '',
    replyToEmailName: '',
    deliveredByClerk: true,
    isChanged: false,
    createdAt: now(),
    updatedAt: now(),
  };
}

function save({ records: { templates } }: LocalStore, template: LocalTemplate): LocalTemplate {
  const { id, createdAt: _createdAt, updatedAt: _updatedAt, ...values } = template;
  return templates.has(id) ? templates.update(id, values) : templates.add({ id, ...values });
}

/** Without its code, a message would be useless. */
function rejectMissingVariable({ slug }: LocalTemplate, body: string | null | undefined): void {
  if (body == null || !slug.includes('code') || /\{\{\s*otp_code\s*\}\}/.test(body)) return;
  throw apiError(422, 'required_variable_missing', 'Body should contain the {{otp_code}} variable');
}

function templateView(template: LocalTemplate, { instanceId }: LocalInstance): object {
  const variables = [
    ...new Set([...`${template.subject ?? ''}${template.body}`.matchAll(VARIABLE)].map(([, name]) => name)),
  ];
  return {
    ...template,
    instanceId: template.isChanged ? instanceId : null,
    resourceType: template.isChanged ? 'user' : 'system',
    position: TEMPLATES[template.templateType].findIndex(([slug]) => slug === template.slug),
    canRevert: template.isChanged,
    canDelete: false,
    canEditBody: true,
    canToggle: true,
    availableVariables: variables,
    requiredVariables: template.slug.includes('code') ? ['otp_code'] : [],
    enabled: true,
    flaggedAsSuspicious: false,
  };
}
