import { argumentsOf } from './names.mjs';
import { parametersOf } from './parameters.mjs';
import { resultOf } from './results.mjs';
import { pascalCase } from './wire-names.mjs';

const REFERENCE = 'https://clerk.com/docs/reference/backend-api';

/** A method, with everything that its source and its documentation need. */
export function describeMethod(document, models, operation, config, group, names) {
  const name = config.method.split('.')[1];
  const described = {
    name,
    operation,
    config,
    group,
    reference: `${REFERENCE}/tag/${slug(operation.tag)}/${operation.method}${operation.path}`,
    route: `${operation.method} ${operation.path}`,
    example: names.examples?.[config.method],
  };
  if (config.handwritten) return { ...described, iterator: config.iterates ? iteratorName(name) : undefined };

  const args = argumentsOf(operation, config);
  const positional = args.filter(({ kind }) => kind === 'field');
  const holder = args.find(({ kind }) => kind === 'params');
  const parameters = parametersOf(document, operation, config, holder?.ids ?? [], positional);
  const result = resultOf(document, models, operation, config);
  const isList = operation.method === 'GET' && (result.kind === 'page' || result.kind === 'list');
  return {
    ...described,
    argumentNames: names.arguments,
    args,
    holder,
    parameters,
    result,
    iterator: isList ? iteratorName(name) : undefined,
    paramsType: holder && paramsTypeOf(name, group, names.operations),
  };
}

/**
 * `updateUser` → `UpdateUserParams`. A name that several resources would have gets a specific one:
 * `MachineUpdateParams`.
 */
function paramsTypeOf(name, group, operations) {
  const sameName = Object.values(operations).filter(({ method }) => method.split('.')[1] === name);
  const isUnique = /[A-Z]/.test(name) && sameName.length === 1;
  return `${isUnique ? '' : group.class.replace(/A(PI|pi)$/, '')}${pascalCase(name)}Params`;
}

/** `getUserList` → `iterateUserList`. */
function iteratorName(name) {
  return `iterate${pascalCase(name.replace(/^get(?=[A-Z])/, ''))}`;
}

function slug(tag) {
  return tag
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
