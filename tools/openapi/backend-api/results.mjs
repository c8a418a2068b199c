import { pascalCase } from './wire-names.mjs';

/**
 * The result of a method: its TypeScript type, the expression that decodes the answer, and its models.
 *
 * @returns {{ type: string, decode?: string, models: string[], helpers: string[], kind: string, item?: string }}
 */
export function resultOf(document, models, operation, config) {
  if (config.answers === 'text') return { kind: 'text', type: 'string', models: [], helpers: [] };
  if (!operation.response) return { kind: 'nothing', type: 'void', models: [], helpers: [] };

  const shape = document.shape(operation.response);
  if (shape.ref === 'TotalCount') {
    return {
      kind: 'count',
      type: 'number',
      decode: 'decodeTotalCount',
      models: [],
      helpers: ['decodeTotalCount'],
    };
  }
  const items = listItems(document, shape);
  if (items) return listResult(document, models, operation, config, items, shape.type !== 'array');
  const single = singleResult(document, models, config, operation.response, shape, operation.id);
  return { kind: 'single', ...single, decode: single.decode, helpers: [] };
}

/** The schema of the items of a list: a plain one, or `{ data, total_count }`. */
function listItems(document, shape) {
  if (shape.type === 'array') return shape.items;
  const data = shape.properties?.get('data');
  if (!data || !shape.properties.has('total_count')) return undefined;
  return document.shape(data).items;
}

function listResult(document, models, operation, config, items, isPage) {
  const fallback = `${pascalCase(operation.id)}Item`;
  const item = singleResult(document, models, config, items, document.shape(items), fallback);
  if (isPage || config.sends?.paginated) {
    return {
      kind: 'page',
      type: `PaginatedResourceResponse<${item.type}[]>`,
      decode: `pageOf(${item.decode})`,
      item: item.type,
      models: item.models,
      helpers: ['pageOf', 'type PaginatedResourceResponse'],
    };
  }
  return {
    kind: 'list',
    type: `${item.type}[]`,
    decode: `listOf(${item.decode})`,
    item: item.type,
    models: item.models,
    helpers: ['listOf'],
  };
}

function singleResult(document, models, { returns }, schema, shape, fallback) {
  if (!shape.properties && !returns) return { type: 'Record<string, unknown>', models: [] };
  const name = models.use(schema, pascalCase(fallback), { name: returns });
  return { type: name, decode: models.decoderOf(name).expression, models: [name] };
}
