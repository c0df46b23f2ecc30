/** A way to make the local org more lenient than Salesforce, and the tests that have to notice. */
export interface Mutant {
  /** What is off. */
  readonly name: string;
  /** Relative to the project. */
  readonly file: string;
  /** Text that stands exactly once in the file, and what it becomes. */
  readonly find: string;
  readonly replacement: string;
  /** `product`: the Apex tests of force-app; else test files of the local org. */
  readonly tests: 'product' | readonly string[];
}

const SRC = 'local-org/src';
const LANGUAGE_TESTS = 'local-org/test/compiler/language';
const DML_TESTS = ['local-org/test/dml/dml.test.ts'];

/** What only the platform guarantees: without it the product would be unsafe, so its own tests have to notice. */
const PRODUCT_MUTANTS: readonly Mutant[] = [
  {
    name: 'mixed DML off',
    file: `${SRC}/dml/mixedDml.ts`,
    find: 'if (other !== null) return',
    replacement: 'if (other === undefined) return',
    tests: 'product',
  },
  {
    name: 'field-level security off',
    file: `${SRC}/security/DatabaseAccessEvaluator.ts`,
    find: 'if (!hasFieldLevelSecurity(object, field)) return',
    replacement: 'if (object) return',
    tests: 'product',
  },
  {
    name: 'sharing off',
    file: `${SRC}/security/SharingConditions.ts`,
    find: 'return this.ownerCondition(user, alias);',
    replacement: 'return null;',
    tests: 'product',
  },
  {
    name: 'rollback off',
    file: `${SRC}/platform/data/Savepoint.ts`,
    find: 'inner.rollback();',
    replacement: '',
    tests: 'product',
  },
  {
    name: 'license limit off',
    file: `${SRC}/rules/user/checkUserLicenseSeats.ts`,
    find: 'if (seats <= 0) {',
    replacement: 'if (seats === -Infinity) {',
    tests: 'product',
  },
  {
    name: 'duplicate assignment allowed',
    file: `${SRC}/rules/assignment/permissionSetAssignmentRule.ts`,
    find: 'checkDuplicate(row, target, inBatch, services);',
    replacement: '',
    tests: 'product',
  },
  {
    name: 'object permissions off',
    file: `${SRC}/security/DatabaseAccessEvaluator.ts`,
    find: "if (this.hasSystemPermission(userId, 'ModifyAllData')) return ALL_ACCESS;",
    replacement: 'if (userId) return ALL_ACCESS;',
    tests: 'product',
  },
  {
    name: 'custom permissions off',
    file: `${SRC}/security/DatabaseAccessEvaluator.ts`,
    find: 'return this.grants(userId).customPermissions.has(apiName.toLowerCase());',
    replacement: "return userId !== '' && apiName !== '';",
    tests: 'product',
  },
];

const LOCAL_ORG_MUTANTS: readonly Mutant[] = [
  {
    name: 'user-mode rights to objects off',
    file: `${SRC}/dml/access.ts`,
    find: 'if (!org.access.objectAccess(userId, object.name)[RIGHTS[operation]]) {',
    replacement: "if (operation === ('never' as Operation)) {",
    tests: DML_TESTS,
  },
  {
    name: 'governor limits off',
    file: `${SRC}/org/GovernorLimits.ts`,
    find: 'if (used > this.limit(name)) throwApex',
    replacement: 'if (used > Infinity) throwApex',
    tests: [...DML_TESTS, 'local-org/test/dml/platformData.test.ts'],
  },
  {
    name: 'heap limit off',
    file: `${SRC}/org/HeapMeter.ts`,
    find: 'if (held.bytes > this.limit) throwHeapTooLarge(held.bytes);',
    replacement: '',
    tests: ['local-org/test/testing/heap.test.ts'],
  },
  {
    name: 'mails that no rollback calls back',
    file: `${SRC}/rules/mail/Outbox.ts`,
    find: 'transaction.afterCommit.push(task);',
    replacement: 'this.waiting.push({ mail, sentAt });',
    tests: ['local-org/test/platform/messaging.test.ts'],
  },
  {
    name: 'triggers off',
    file: `${SRC}/dml/runTriggers.ts`,
    find: 'if (handles.length === 0 || good.length === 0) return;',
    replacement: 'if (handles.length >= 0) return;',
    tests: DML_TESTS,
  },
  {
    name: 'unique fields off',
    file: `${SRC}/dml/checks/uniqueness.ts`,
    find: 'if (other === null) {',
    replacement: 'if (other !== undefined) {',
    tests: DML_TESTS,
  },
  {
    name: 'required fields off',
    file: `${SRC}/dml/checks/requiredFields.ts`,
    find: 'if (missing.length === 0) return;',
    replacement: 'if (missing.length >= 0) return;',
    tests: DML_TESTS,
  },
  {
    name: 'good rows of a failed attempt kept',
    file: `${SRC}/dml/attempts.ts`,
    find: '    savepoint.rollback();\n',
    replacement: '',
    tests: DML_TESTS,
  },
  {
    name: 'events delivered before the commit',
    file: `${SRC}/events/EventBusService.ts`,
    find: "if (object.publishBehavior === 'PublishImmediately') {",
    replacement: 'if (object.publishBehavior) {',
    tests: 'product',
  },
  {
    name: 'statics kept between transactions',
    file: `${SRC}/compiler/4-emit/emitType.ts`,
    find: 'const all = $rt.transaction().statics;',
    replacement: 'const all = (globalThis.keptStatics ??= []);',
    tests: [`${LANGUAGE_TESTS}/statics.test.ts`],
  },
  {
    name: '== of texts minds case',
    file: `${SRC}/runtime/comparisons.ts`,
    find: 'return collator(left) === collator(right);',
    replacement: 'return left === right;',
    tests: [`${LANGUAGE_TESTS}/texts.test.ts`],
  },
  {
    name: 'Integers do not overflow',
    file: `${SRC}/compiler/4-emit/expressions/operators.ts`,
    find: '((${left} ${operator} ${right}) | 0)',
    replacement: '(${left} ${operator} ${right})',
    tests: [`${LANGUAGE_TESTS}/numbers.test.ts`],
  },
  {
    name: 'user mode is not the default of API 67',
    file: `${SRC}/runtime/services.ts`,
    find: "return site.apiVersion >= 67 ? 'user' : 'system';",
    replacement: "return site.apiVersion >= 6700 ? 'user' : 'system';",
    tests: 'product',
  },
];

export const MUTANTS: readonly Mutant[] = [...PRODUCT_MUTANTS, ...LOCAL_ORG_MUTANTS];
