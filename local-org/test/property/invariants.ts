import type { Store } from '../../src/store/Store.ts';

/** What is wrong with the rows of an org: references to nothing, seats that do not add up, rows that exist twice. */
export function violations(store: Store): string[] {
  return [
    ...danglingReferences(store),
    ...wrongSeats(store),
    ...repeatedRows(store),
    ...wrongLogins(store),
    ...cycles(store),
  ];
}

function* danglingReferences(store: Store): Generator<string> {
  for (const name of store.schema.objectNames()) {
    const object = store.schema.object(name);
    if (!object || !store.hasTable(object.name)) continue;
    for (const field of object.fields.values()) {
      if (field.type !== 'reference' || store.isDerived(object.name, field.name)) continue;
      const targets = field.referenceTo.filter((target) => store.schema.object(target) && store.hasTable(target));
      if (targets.length < field.referenceTo.length || targets.length === 0) continue;
      const missing = targets.map(
        (target) => `NOT EXISTS (SELECT 1 FROM "${target}" t WHERE t."Id" = r."${field.name}")`,
      );
      const sql = `SELECT r."Id" AS id FROM "${object.name}" r WHERE r."${field.name}" IS NOT NULL AND ${missing.join(' AND ')}`;
      for (const { id } of store.rawQuery(sql)) yield `${object.name}.${field.name} of ${String(id)} points to nothing`;
    }
  }
}

function* wrongSeats(store: Store): Generator<string> {
  const users = store.findRows('User', {});
  const profiles = new Map(store.findRows('Profile', {}).map((row) => [row.Id, row]));
  for (const license of store.findRows('UserLicense', {})) {
    const used = users.filter(
      (user) => user.IsActive === true && profiles.get(user.ProfileId ?? null)?.UserLicenseId === license.Id,
    ).length;
    if (license.UsedLicenses !== used)
      yield `UserLicense ${String(license.Name)} says ${String(license.UsedLicenses)} for ${used} users`;
    if (used > Number(license.TotalLicenses)) yield `UserLicense ${String(license.Name)} has ${used} users too many`;
  }
  const held = store.findRows('PermissionSetLicenseAssign', {});
  for (const license of store.findRows('PermissionSetLicense', {})) {
    const used = held.filter((row) => row.PermissionSetLicenseId === license.Id).length;
    if (license.UsedLicenses !== used) yield `PermissionSetLicense ${String(license.MasterLabel)} does not say ${used}`;
    if (used > Number(license.TotalLicenses))
      yield `PermissionSetLicense ${String(license.MasterLabel)} has ${used} holders`;
  }
}

const UNIQUE: Readonly<Record<string, readonly string[]>> = {
  PermissionSetAssignment: ['AssigneeId', 'PermissionSetId', 'PermissionSetGroupId'],
  PermissionSetLicenseAssign: ['AssigneeId', 'PermissionSetLicenseId'],
  GroupMember: ['GroupId', 'UserOrGroupId'],
  User: ['Username'],
  UserLogin: ['UserId'],
  Thing__c: ['Key__c', 'IsDeleted'],
};

function* repeatedRows(store: Store): Generator<string> {
  for (const [object, fields] of Object.entries(UNIQUE)) {
    const seen = new Set<string>();
    for (const row of store.findRows(object, {})) {
      if (row.IsDeleted === true) continue;
      const key = fields.map((field) => String(row[field] ?? '').toLowerCase()).join();
      if (seen.has(key)) yield `${object} ${key} exists twice`;
      seen.add(key);
    }
  }
}

function* wrongLogins(store: Store): Generator<string> {
  const sql =
    'SELECT u."Id" AS id FROM "User" u WHERE NOT EXISTS (SELECT 1 FROM "UserLogin" l WHERE l."UserId" = u."Id")';
  for (const { id } of store.rawQuery(sql)) yield `User ${String(id)} has no UserLogin`;
}

const HIERARCHIES = [
  ['UserRole', 'ParentRoleId'],
  ['User', 'ManagerId'],
] as const;

function* cycles(store: Store): Generator<string> {
  for (const [object, field] of HIERARCHIES) {
    const above = new Map(store.findRows(object, {}).map((row) => [row.Id, row[field]]));
    for (const start of above.keys()) {
      let at = above.get(start) ?? null;
      for (let steps = 0; at !== null && at !== start && steps <= above.size; steps++) at = above.get(at) ?? null;
      if (at === start) yield `${object} ${String(start)} is above itself`;
    }
  }
}
