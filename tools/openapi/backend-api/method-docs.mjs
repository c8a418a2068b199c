import { inWords } from './wire-names.mjs';

/** The names of an object's fields that a docstring lists. */
const MOST_NAMES = 5;

/** The docstring of a method: summary, route, parameters, example, reference. */
export function renderMethodDoc(method) {
  const { config, holder, parameters, reference, route, result, example } = method;
  const sections = [
    [`${config.does.replace(/\.$/, '')}: \`${route}\`.`],
    [
      ...describeArguments(method),
      holder && `@param params - ${describeParams(parameters, holder)}`,
      result.kind === 'page' && '@returns one page, and the number of all items',
      config.throws && `@throws ${config.throws}`,
      deprecation(method),
    ],
    example && ['@example', '```ts', ...example.trimEnd().split('\n'), '```'],
    [`@see ${reference}`],
  ];
  return docstring(sections);
}

/** The docstring of the iterator beside a list method. */
export function renderIteratorDoc(method) {
  const { name, holder, parameters, reference, iteratorExample } = method;
  const pages = holder && parameters.pages;
  const sections = [
    [
      `Iterates over all items of {@link ${name}}${pages ? ', and fetches a page when its first item is needed' : ''}.`,
    ],
    [
      ...describeArguments(method),
      holder && `@param params - the filter${pages ? '; `limit` is the page size, 100 by default' : ''}`,
      deprecation(method),
    ],
    iteratorExample && ['@example', '```ts', ...iteratorExample.trimEnd().split('\n'), '```'],
    [`@see ${reference}`],
  ];
  return docstring(sections);
}

/** Sections with an empty line between them. */
function docstring(sections) {
  const lines = sections
    .map(section => (section || []).filter(Boolean))
    .filter(section => section.length > 0)
    .flatMap((section, index) => (index === 0 ? section : ['', ...section]));
  return `/**\n${lines.map(line => ` * ${line}`.trimEnd()).join('\n')}\n */`;
}

function deprecation({ config, operation, group }) {
  if (group.deprecated || !(config.deprecated ?? operation.deprecated)) return undefined;
  return `@deprecated ${config.deprecated ?? 'Clerk deprecated this endpoint.'}`;
}

function describeArguments({ args, argumentNames }) {
  return args
    .filter(({ kind }) => kind !== 'params')
    .map(arg => `@param ${arg.name} - ${describeArgument(arg, argumentNames)}`);
}

function describeArgument({ kind, name }, named) {
  if (named[name]) return named[name];
  const words = inWords(name);
  if (kind === 'id') return `the ID of the ${words.replace(/ ?ID$/, '') || 'entry'}`;
  return `the ${words.replace(/ IDs$/, "s' IDs")}`;
}

/** The names of the fields, required ones first. */
function describeParams({ fields, isList }, { optional }) {
  const names = required => fields.filter(field => field.optional !== required).map(({ field }) => field);
  const needed = enumerate(names(true));
  const others = enumerate(names(false));
  const parts = [needed, others && `${needed ? 'optional: ' : ''}${others}`].filter(Boolean).join('; ');
  return `${isList ? 'for each item: ' : ''}${parts}${optional ? ' (all optional)' : ''}`;
}

function enumerate(names) {
  const shown = names.slice(0, MOST_NAMES).map(name => `\`${name}\``);
  return shown.join(', ') + (names.length > MOST_NAMES ? ', …' : '');
}
