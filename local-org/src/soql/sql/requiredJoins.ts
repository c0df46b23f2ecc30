import { isTextType } from '../../schema/fieldTypes.ts';
import type { ResolvedCondition, ResolvedValue, TableRef } from '../resolve/ResolvedQuery.ts';

/**
 * Parents without which a condition cannot hold, such as `Assignee.ProfileId IN :ids`. Rows without such a parent are left out
 * anyway, so the parent may be read first. A checkbox alone is no reason to read parents first: it does not say which few.
 */
export function requiredJoins(where: ResolvedCondition | null, nullBinds: ReadonlySet<string>): ReadonlySet<TableRef> {
  const required = new Set<TableRef>();
  const items = where?.kind === 'and' ? where.items : where ? [where] : [];
  for (const item of items) {
    if (item.kind !== 'comparison' || item.operand.kind !== 'field' || item.operand.choices.length !== 1) continue;
    const { field } = item.operand;
    const isExact = item.operator === '=' && !isTextType(field.type) && field.apexType !== 'Boolean';
    if (!isExact && item.operator !== 'IN') continue;
    if (mayBeNull(item.value, nullBinds)) continue;
    for (let table = item.operand.choices[0]?.table ?? null; table?.parent; table = table.parent) required.add(table);
  }
  return required;
}

function mayBeNull(value: ResolvedValue, nullBinds: ReadonlySet<string>): boolean {
  switch (value.kind) {
    case 'constant':
      return value.value === null || value.value === '';
    case 'bind':
    case 'collectionBind':
      return nullBinds.has(value.name);
    case 'list':
      return value.items.some((item) => mayBeNull(item, nullBinds));
    case 'dateFormula':
    case 'query':
      return false;
  }
}
