import { rulesToAST } from '@casl/ability/extra';
import type { AppAbility } from './ability.js';

/** A condition of CASL: a comparison of a field, or a list of conditions. */
interface Condition {
  readonly operator: string;
  readonly value: unknown;
  readonly field?: string;
}

const COMPARISONS: Record<string, string> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

/**
 * The rows that an ability permits, as a condition for `where`, with its parameters.
 *
 * @param firstParameter the number of the first placeholder, after those of the query itself
 * @throws Error for an operator that has no translation, so that no rule is ignored
 */
export function whereAllowed(
  ability: AppAbility,
  action: 'read' | 'update' | 'delete',
  firstParameter = 1,
): { sql: string; values: unknown[] } {
  const condition = rulesToAST(ability, action, 'Invoice');
  const values: unknown[] = [];
  const placeholder = (value: unknown) => `$${values.push(value) + firstParameter - 1}`;
  return { sql: condition ? toSql(condition, placeholder) : 'false', values };
}

function toSql(condition: Condition, placeholder: (value: unknown) => string): string {
  const { operator, value } = condition;
  const parts = () => (value as Condition[]).map(part => toSql(part, placeholder));
  const column = () => columnOf(condition);
  const equals = (each: unknown) =>
    each === null ? `${column()} is null` : `${column()} = ${placeholder(each)}`;
  const oneOf = () => (value as unknown[]).map(equals).join(' or ') || 'false';
  switch (operator) {
    case 'and':
      return `(${parts().join(' and ') || 'true'})`;
    case 'or':
      return `(${parts().join(' or ') || 'false'})`;
    // A comparison with null is neither true nor false in SQL, and false in CASL: hence `is not true` in place of `not`.
    case 'not':
      return `(${parts().join(' and ')}) is not true`;
    case 'eq':
      return equals(value);
    case 'ne':
      return `(${equals(value)}) is not true`;
    case 'in':
      return `(${oneOf()})`;
    case 'nin':
      return `(${oneOf()}) is not true`;
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return `${column()} ${COMPARISONS[operator]} ${placeholder(value)}`;
    default:
      throw new Error(`The operator ${operator} of a rule has no translation to SQL.`);
  }
}

function columnOf({ field = '' }: Condition): string {
  if (!/^\w+$/.test(field)) throw new Error(`The field ${field} of a rule is no column.`);
  return `"${field}"`;
}
