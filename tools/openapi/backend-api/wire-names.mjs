/** Words that are written in capitals, or in mixed case. */
const SPELLINGS = {
  api: 'API',
  cname: 'CNAME',
  id: 'ID',
  ids: 'IDs',
  idp: 'IdP',
  jwks: 'JWKS',
  jwt: 'JWT',
  m2m: 'M2M',
  mfa: 'MFA',
  oauth: 'OAuth',
  saml: 'SAML',
  scim: 'SCIM',
  svix: 'Svix',
  totp: 'TOTP',
  url: 'URL',
};

const words = name => name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|[0-9]+/g) ?? [];

/** `user_id` → `userId`; a name in camel case stays as it is. */
export const camelCase = name =>
  name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase()).replace(/[^A-Za-z0-9_]/g, '');

/** `getUserList` → `GetUserList`. */
export const pascalCase = name => {
  const camel = camelCase(name);
  return camel[0].toUpperCase() + camel.slice(1);
};

/** `OAuthApplication` → `oauth-application`, for file names. */
export const kebabCase = name =>
  words(
    name
      .replace(/[Ii]dP/g, 'Idp')
      .replace(/OAuth/g, 'Oauth')
      .replace(/M2M/g, 'M2m')
      .replace(/^_+/, ''),
  )
    .join('-')
    .toLowerCase();

/** `GetUserParams` → `GET_USER_PARAMS`. */
export const constantCase = name => kebabCase(name).replaceAll('-', '_').toUpperCase();

/** `OAuthApplication` → `OAuth application`, for sentences. */
export const inWords = name =>
  kebabCase(name)
    .split('-')
    .map(word => SPELLINGS[word] ?? word)
    .join(' ')
    .replace(/\bsign (in|up)\b/g, 'sign-$1');

/** `OAuth application` → `an OAuth application`. `user` and `URL` begin with the sound of a consonant. */
export const withArticle = (noun, { capital = false } = {}) =>
  `${capital ? 'A' : 'a'}${/^(?:[aeio]|API|ID|IdP|M2M|MFA|OAuth)/.test(noun) ? 'n' : ''} ${noun}`;
