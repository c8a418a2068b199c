import { kebabCase } from './wire-names.mjs';

/** The source of the list of all generated types: models and their JSON, parameters, and the classes of resources. */
export function renderTypes(groups, models, header) {
  const modelTypes = [...models.byFile()].map(([file, together]) => [
    `./models/${file}`,
    together.flatMap(({ name }) => [name, models.jsonOf(name)]),
  ]);
  const parameterTypes = groups.map(({ name, methods }) => [
    `./${kebabCase(name)}-params`,
    methods.map(({ paramsType }) => paramsType).filter(Boolean),
  ]);
  const classes = groups.map(({ name, group }) => [
    `${group.composed ? '../composed' : '.'}/${kebabCase(name)}`,
    [group.class],
  ]);
  const lines = [...modelTypes, ...parameterTypes, ...classes]
    .filter(([, names]) => names.length > 0)
    .map(([file, names]) => `export type { ${[...new Set(names)].sort().join(', ')} } from '${file}.js';`);
  return `${header}\n${lines.join('\n')}\n`;
}
