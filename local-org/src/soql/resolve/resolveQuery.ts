import type { SchemaCatalog } from '../../schema/SchemaCatalog.ts';
import { QueryError, type ComparisonNode, type QueryNode, type ValueNode } from '../ast.ts';
import { resolveCondition, type ConditionRules } from './conditions.ts';
import { unknownChildren } from './messages.ts';
import { resolveOperand } from './operands.ts';
import { QueryScope, resolveObject, type ResolveSession } from './QueryScope.ts';
import type {
  Output,
  ResolvedChildren,
  ResolvedOperand,
  ResolvedOrder,
  ResolvedQuery,
  ResolvedValue,
} from './ResolvedQuery.ts';
import { resolveValue } from './values.ts';
import { UnsupportedQueryError } from '../unsupported.ts';

/** Salesforce allows so many semi- and anti-joins in a query (SOQL reference, "Semi-Joins with IN and Anti-Joins with NOT IN"). */
const MAX_SEMI_JOINS = 2;
/** Objects that sub-queries after IN may not read (same page). */
const NOT_IN_SEMI_JOINS = new Set([
  'ActivityHistory',
  'Attachment',
  'Event',
  'EventAttendee',
  'Note',
  'OpenActivity',
  'Task',
]);
const MAX_CHILDREN = 55;
/** Parents in one query (SOQL reference, "Understanding Relationship Query Limitations"). */
const MAX_PARENTS = 55;
const MAX_OFFSET = 2000;

/** Looks up all names of a query and checks what Salesforce would refuse. Problems are collected, not thrown, where possible. */
export function resolveQuery(node: QueryNode, schema: SchemaCatalog): ResolvedQuery {
  const session: ResolveSession = { schema, problems: [], binds: [], uses: new Map(), nextAlias: 0 };
  const [name = '', ...more] = node.from.names;
  if (more.length > 0) throw new QueryError(node.from.position, unknownChildren(node.from.names.join('.')));
  const object = resolveObject(schema, name, node.from.position);
  return new QueryResolver(node, new QueryScope(session, object), 'main').resolve();
}

class QueryResolver {
  private readonly node: QueryNode;
  private readonly scope: QueryScope;
  private readonly role: 'main' | 'children' | 'semiJoin';
  private readonly isAggregate: boolean;
  private groups: ResolvedOperand[] = [];
  private semiJoins = 0;

  constructor(node: QueryNode, scope: QueryScope, role: 'main' | 'children' | 'semiJoin') {
    this.node = node;
    this.scope = scope;
    this.role = role;
    this.isAggregate =
      node.groupBy.length > 0 || node.select.some((item) => item.kind === 'operand' && item.operand.kind === 'call');
  }

  resolve(): ResolvedQuery {
    const { node, scope } = this;
    const { session } = scope;
    this.checkClauses();
    const isCount = this.isPlainCount();
    this.groups = node.groupBy.flatMap((group) => this.guarded(() => this.groupOf(group)));
    const children = node.select.flatMap((item) =>
      item.kind === 'children' ? this.guarded(() => this.childrenOf(item.query)) : [],
    );
    if (children.length > MAX_CHILDREN) this.problem(node.position, `A query has at most ${MAX_CHILDREN} sub-queries.`);
    const outputs = isCount ? [] : this.outputs();
    const where = node.where && resolveCondition(node.where, scope, this.whereRules());
    const having = node.having && resolveCondition(node.having, scope, this.havingRules());
    const orderBy = node.orderBy.flatMap((item) =>
      this.guarded((): ResolvedOrder => ({ ...item, operand: this.orderOperand(item.operand) })),
    );
    this.checkOverallAggregate(isCount);
    if (scope.joins.length > MAX_PARENTS) {
      this.problem(node.position, `A query has at most ${MAX_PARENTS} child-to-parent relationships.`);
    }
    return {
      object: scope.root.object,
      kind: isCount ? 'count' : this.isAggregate ? 'aggregate' : 'records',
      root: scope.root,
      joins: scope.joins,
      outputs,
      children,
      where,
      groupBy: this.groups,
      having: having,
      orderBy,
      limit: this.limitOf(node.limit, null),
      offset: this.limitOf(node.offset, MAX_OFFSET),
      access: node.access === 'user' || node.access === 'system' ? node.access : null,
      isSecurityEnforced: node.access === 'securityEnforced',
      isAllRows: node.isAllRows,
      isForUpdate: node.isForUpdate,
      binds: session.binds,
      uses: session.uses,
      problems: session.problems,
    };
  }

  /** Clauses that do not go together. */
  private checkClauses(): void {
    const { node } = this;
    const { position } = node;
    if (node.isForUpdate && node.orderBy.length > 0)
      this.problem(position, "can't use ORDER BY in any SOQL query that uses locking");
    if (node.isForUpdate && this.isAggregate)
      this.problem(position, 'FOR UPDATE is not allowed with aggregate functions');
    if (node.isForUpdate && node.isAllRows) this.problem(position, 'FOR UPDATE is not allowed with ALL ROWS');
    if (this.role !== 'main' && this.isAggregate) {
      this.problem(position, 'Aggregate functions are not supported in sub-queries');
    }
    if (this.role === 'semiJoin' && (node.orderBy.length > 0 || node.limit)) {
      this.problem(position, 'ORDER BY and LIMIT are not allowed in semi join sub-selects');
    }
    if (this.role !== 'main' && node.isForUpdate) this.problem(position, 'FOR UPDATE is not allowed in sub-queries');
  }

  /** A query that makes one row of all has nothing to limit (SOQL reference, "LIMIT"; texts as in public logs). */
  private checkOverallAggregate(isCount: boolean): void {
    const { node } = this;
    if (!this.isAggregate || isCount || node.groupBy.length > 0) return;
    const clause = node.limit ? 'LIMIT' : node.offset ? 'OFFSET' : null;
    if (clause === null) return;
    const message = `Non-grouped query that uses overall aggregate functions cannot also use ${clause}`;
    this.problem(node.position, message);
  }

  private isPlainCount(): boolean {
    const [only, ...others] = this.node.select;
    const isCount =
      only?.kind === 'operand' &&
      only.operand.kind === 'call' &&
      only.operand.name === 'COUNT' &&
      !only.operand.argument;
    if (!isCount) return false;
    if (others.length > 0) this.problem(this.node.position, 'COUNT() must be the only element of the SELECT list');
    if (this.node.groupBy.length > 0)
      this.problem(this.node.position, 'COUNT() cannot be used with GROUP BY; use COUNT(Id)');
    if (this.node.orderBy.length > 0) this.problem(this.node.position, 'COUNT() cannot be used with ORDER BY');
    return true;
  }

  private outputs(): Output[] {
    const seen = new Set<string>();
    let generated = 0;
    const outputs: Output[] = [];
    for (const item of this.node.select) {
      if (item.kind === 'children') {
        if (this.isAggregate) this.problem(item.query.position, 'Sub-queries are not allowed in aggregate queries');
        continue;
      }
      for (const operand of this.guarded(() => resolveOperand(item.operand, this.scope))) {
        const key = operandKey(operand);
        const position = item.operand.position;
        if (!this.isAggregate) {
          if (item.alias) this.problem(position, `only aggregate expressions use field aliasing: ${item.alias}`);
          if (operand.kind === 'call') this.problem(position, `${operand.name}() needs GROUP BY.`);
          if (seen.has(key)) this.problem(position, `duplicate field selected: ${operandText(operand)}`);
          seen.add(key);
          outputs.push({ operand, alias: null });
          continue;
        }
        this.mustBeGrouped(operand, position);
        const alias = item.alias ?? (operand.kind === 'call' ? `expr${generated++}` : operand.field.name);
        if (seen.has(alias.toLowerCase())) this.problem(position, `duplicate alias: ${alias}`);
        seen.add(alias.toLowerCase());
        outputs.push({ operand, alias });
      }
    }
    return outputs;
  }

  private groupOf(node: QueryNode['groupBy'][number]): ResolvedOperand {
    const operand = resolveOperand(node, this.scope);
    if (operand.kind === 'call' && operand.isAggregate) {
      throw new QueryError(node.position, `${operand.name}() cannot be grouped by.`);
    }
    if (operand.kind === 'field' && !operand.field.isGroupable) {
      throw new QueryError(node.position, `field '${operand.field.name}' can not be grouped in a query call`);
    }
    return operand;
  }

  private orderOperand(node: QueryNode['orderBy'][number]['operand']): ResolvedOperand {
    const operand = resolveOperand(node, this.scope);
    if (operand.kind === 'field' && !operand.field.isSortable) {
      throw new QueryError(node.position, `field '${operand.field.name}' can not be sorted in a query call`);
    }
    if (operand.kind === 'call' && operand.isAggregate && !this.isAggregate) {
      throw new QueryError(node.position, `${operand.name}() is not allowed here.`);
    }
    if (this.isAggregate) {
      const isUsable = (operand.kind === 'call' && operand.isAggregate) || this.isGroup(operand);
      if (!isUsable)
        throw new QueryError(node.position, `Ordered field must be grouped or aggregated: ${operandText(operand)}`);
    }
    return operand;
  }

  private mustBeGrouped(operand: ResolvedOperand, position: number): void {
    if ((operand.kind === 'call' && operand.isAggregate) || this.isGroup(operand)) return;
    this.problem(position, `Field must be grouped or aggregated: ${operandText(operand)}`);
  }

  private isGroup(operand: ResolvedOperand): boolean {
    return this.groups.some((group) => operandKey(group) === operandKey(operand));
  }

  private whereRules(): ConditionRules {
    return {
      isHaving: false,
      resolveSemiJoin: (node, operand) => this.semiJoin(node, operand),
      mustBeUsable: (operand, position) => {
        if (operand.kind === 'field' && !operand.field.isFilterable) {
          throw new QueryError(position, `field '${operand.field.name}' can not be filtered in a query call`);
        }
      },
    };
  }

  private havingRules(): ConditionRules {
    return {
      isHaving: true,
      resolveSemiJoin: ({ right }) => {
        throw new QueryError(right.position, 'Semi join sub-selects are not allowed in HAVING');
      },
      mustBeUsable: (operand, position) => {
        if (operand.kind === 'field') this.mustBeGrouped(operand, position);
      },
    };
  }

  private semiJoin(node: ComparisonNode, operand: ResolvedOperand): ResolvedQuery {
    const position = node.right.position;
    if (node.right.kind !== 'query') throw new QueryError(position, 'A sub-query is expected.');
    if (this.role === 'semiJoin') {
      throw new QueryError(position, 'Nesting of semi join sub-selects is not supported');
    }
    if (operand.kind !== 'field' || operand.field.apexType !== 'Id' || operand.path.length > 1) {
      throw new QueryError(position, 'Semi join sub-selects can only be compared with Id and reference fields');
    }
    if (++this.semiJoins > MAX_SEMI_JOINS) {
      throw new QueryError(position, `Maximum ${MAX_SEMI_JOINS} semi join sub-selects are allowed`);
    }
    const inner = node.right.query;
    const object = resolveObject(this.scope.session.schema, inner.from.names[0] ?? '', inner.from.position);
    if (NOT_IN_SEMI_JOINS.has(object.name)) {
      throw new QueryError(position, `Entity '${object.name}' is not supported for semi join inner selects`);
    }
    if (object === this.scope.root.object) {
      throw new QueryError(position, 'The inner and outer selects should not be on the same object type');
    }
    const query = new QueryResolver(inner, new QueryScope(this.scope.session, object), 'semiJoin').resolve();
    const [only, ...others] = query.outputs;
    const isKey =
      only?.operand.kind === 'field' && only.operand.field.apexType === 'Id' && only.operand.path.length === 1;
    if (!isKey || others.length > 0) {
      throw new QueryError(position, 'Semi join sub-selects must select one Id or reference field of their own object');
    }
    return query;
  }

  private childrenOf(node: QueryNode): ResolvedChildren {
    const name = node.from.names.at(-1) ?? '';
    if (this.role !== 'main')
      throw new UnsupportedQueryError(
        node.from.position,
        'sub-queries below sub-queries',
        'A sub-query below a sub-query',
      );
    const parent = this.scope.root.object;
    const relationship = parent.childRelationships.find((child) => child.name.toLowerCase() === name.toLowerCase());
    const object = relationship && this.scope.session.schema.object(relationship.childObject);
    const reference = relationship && object?.fields.get(relationship.field.toLowerCase());
    // `FROM Account.Contacts` says which object's children they are (SOQL reference, "Using Relationship Queries").
    const qualifiers = node.from.names.slice(0, -1).map((qualifier) => qualifier.toLowerCase());
    const isOfParent =
      qualifiers.every((qualifier) => qualifier === parent.name.toLowerCase()) && qualifiers.length < 2;
    if (!relationship || !object || !reference || !isOfParent) {
      throw new QueryError(node.from.position, unknownChildren(node.from.names.join('.')));
    }
    const query = new QueryResolver(node, new QueryScope(this.scope.session, object), 'children').resolve();
    return { relationship: relationship.name, reference, query };
  }

  private limitOf(node: ValueNode | null, maximum: number | null): ResolvedValue | null {
    if (!node) return null;
    if (node.kind === 'number' && maximum !== null && node.value > maximum) {
      this.problem(node.position, `Maximum SOQL offset allowed is ${maximum}`);
    }
    const type = { apexType: 'Integer', scale: 0, name: maximum === null ? 'LIMIT' : 'OFFSET', isLike: false };
    return resolveValue(node, type, '=', this.scope);
  }

  private problem(offset: number, message: string): void {
    this.scope.session.problems.push(new QueryError(offset, message));
  }

  /** One result, or none and a problem. */
  private guarded<T>(work: () => T): T[] {
    try {
      return [work()];
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      this.scope.session.problems.push(error);
      return [];
    }
  }
}

/** Equal for operands that mean the same. */
function operandKey(operand: ResolvedOperand): string {
  return operandText(operand).toLowerCase();
}

function operandText(operand: ResolvedOperand): string {
  if (operand.kind === 'field') return operand.path.join('.');
  return `${operand.name}(${operand.argument ? operand.argument.path.join('.') : ''})`;
}
