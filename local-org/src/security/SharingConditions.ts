import type { ObjectDescription, SchemaCatalog } from '../schema/SchemaCatalog.ts';
import type { Store } from '../store/Store.ts';
import type { OrgBehavior } from '../rules/OrgBehavior.ts';
import type { AccessEvaluator } from './AccessEvaluator.ts';
import { setupObjectRights } from './setupObjectAccess.ts';

export interface SharingUser {
  readonly id: string;
  readonly roleId: string | null;
  readonly profileId: string | null;
}

type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';

/**
 * Which rows of an object sharing shows to a user: owner, queues of the user, role hierarchy, organization-wide default,
 * view all. Manual shares, sharing rules and teams are not part of the local org, so fewer rows are seen, never more.
 */
export class SharingConditions {
  private readonly store: Store;
  private readonly schema: SchemaCatalog;
  private readonly access: AccessEvaluator;
  private readonly behavior: OrgBehavior;

  constructor(options: { store: Store; schema: SchemaCatalog; access: AccessEvaluator; behavior: OrgBehavior }) {
    this.store = options.store;
    this.schema = options.schema;
    this.access = options.access;
    this.behavior = options.behavior;
  }

  user(userId: string): SharingUser | null {
    const [row] = this.store.rawQuery(
      'SELECT "UserRoleId" AS role, "ProfileId" AS profile FROM "User" WHERE "Id" = ?',
      userId,
    );
    return row ? { id: userId, roleId: text(row.role), profileId: text(row.profile) } : null;
  }

  condition(userId: string, object: string, alias: string, purpose: 'read' | 'edit', depth = 0): string | null {
    const description = this.schema.object(object);
    const user = this.user(userId);
    if (!description || !user) return '0';
    if (description.name === 'User') return this.userCondition(user, alias);
    if (setupObjectRights(description.name) || !['standard', 'custom'].includes(description.kind)) return null;
    const access = this.access.objectAccess(userId, description.name);
    if (access.modifyAll || (purpose === 'read' && access.viewAll)) return null;
    const model = sharingModel(description);
    if (model === 'ReadWrite' || (model === 'Read' && purpose === 'read')) return null;
    if (model === 'ControlledByParent') return this.parentCondition(userId, description, alias, purpose, depth);
    return this.ownerCondition(user, alias);
  }

  /** The default of a new org shows every user to every internal user; the named switch makes users private. */
  private userCondition(user: SharingUser, alias: string): string | null {
    const seesAll =
      this.access.hasSystemPermission(user.id, 'ViewAllUsers') ||
      this.access.hasSystemPermission(user.id, 'ManageUsers');
    if (!this.behavior.usersArePrivate || seesAll) return null;
    return `(${alias}."Id" = ${literal(user.id)} OR ${alias}."UserRoleId" IN ${rolesBelow(user.roleId)})`;
  }

  private ownerCondition(user: SharingUser, alias: string): string {
    const owner = `${alias}."OwnerId"`;
    const groups = `${owner} IN ${queuesOf(user)}`;
    if (!user.roleId) return `(${owner} = ${literal(user.id)} OR ${groups})`;
    const subordinates = `${owner} IN (SELECT s."Id" FROM "User" s WHERE s."UserRoleId" IN ${rolesBelow(user.roleId)})`;
    return `(${owner} = ${literal(user.id)} OR ${subordinates} OR ${groups})`;
  }

  /** The detail of a master-detail relationship is seen when its master is. */
  private parentCondition(
    userId: string,
    object: ObjectDescription,
    alias: string,
    purpose: 'read' | 'edit',
    depth: number,
  ): string | null {
    const masters = [...object.fields.values()].filter(
      (field) => field.type === 'reference' && field.isCustom && !field.isNillable,
    );
    const conditions = masters.map((field) => {
      const master = field.referenceTo[0] ?? '';
      const masterAlias = `"parent${depth}"`;
      const inner = this.condition(userId, master, masterAlias, purpose, depth + 1);
      if (inner === null) return null;
      return `EXISTS (SELECT 1 FROM "${master}" ${masterAlias} WHERE ${masterAlias}."Id" = ${alias}."${field.name}" AND ${inner})`;
    });
    const needed = conditions.filter((condition) => condition !== null);
    return masters.length === 0 ? '0' : needed.length === 0 ? null : `(${needed.join(' AND ')})`;
  }
}

/** Standard objects start private here; a custom object is private unless its metadata says otherwise. */
function sharingModel(object: ObjectDescription): SharingModel {
  return object.sharingModel ?? 'Private';
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Ids are the only values that get into conditions. */
function literal(id: string): string {
  if (!/^[A-Za-z0-9]{15,18}$/.test(id)) throw new Error(`Not an Id: ${id}`);
  return `'${id}'`;
}

function rolesBelow(roleId: string | null): string {
  if (!roleId) return '(NULL)';
  return `(WITH RECURSIVE "below"("Id") AS (
    SELECT "Id" FROM "UserRole" WHERE "ParentRoleId" = ${literal(roleId)}
    UNION SELECT r."Id" FROM "UserRole" r JOIN "below" ON r."ParentRoleId" = "below"."Id") SELECT "Id" FROM "below")`;
}

/** The queues that a user belongs to: directly, through public groups, roles and roles with subordinates. */
function queuesOf(user: SharingUser): string {
  const role = user.roleId ? literal(user.roleId) : 'NULL';
  return `(WITH RECURSIVE "above"("Id") AS (
      SELECT ${role} UNION SELECT r."ParentRoleId" FROM "UserRole" r JOIN "above" ON r."Id" = "above"."Id" WHERE r."ParentRoleId" IS NOT NULL),
    "mine"("Id") AS (
      SELECT m."GroupId" FROM "GroupMember" m WHERE m."UserOrGroupId" = ${literal(user.id)}
      UNION SELECT g."Id" FROM "Group" g WHERE g."Type" = 'Organization'
      UNION SELECT g."Id" FROM "Group" g WHERE g."Type" = 'Role' AND g."RelatedId" = ${role}
      UNION SELECT g."Id" FROM "Group" g WHERE g."Type" IN ('RoleAndSubordinates','RoleAndSubordinatesInternal') AND g."RelatedId" IN (SELECT "Id" FROM "above")
      UNION SELECT m."GroupId" FROM "GroupMember" m JOIN "mine" ON m."UserOrGroupId" = "mine"."Id")
    SELECT q."Id" FROM "Group" q JOIN "mine" ON q."Id" = "mine"."Id" WHERE q."Type" = 'Queue')`;
}
