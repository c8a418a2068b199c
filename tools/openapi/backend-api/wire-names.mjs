/** Words that are not written as their first letter and small ones. */
const words = name => name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|[0-9]+/g) ?? [];

/** `user_id` → `userId`; a name that is in camel case already stays as it is. */
export const camelCase = name =>
  name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase()).replace(/[^A-Za-z0-9_]/g, '');

/** `getUserList` → `GetUserList`. */
export const pascalCase = name => {
  const camel = camelCase(name);
  return camel[0].toUpperCase() + camel.slice(1);
};

/** `OAuthApplication` → `o-auth-application`; used for file names, so a few acronyms are put right. */
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
