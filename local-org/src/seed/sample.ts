import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deployAccess } from '../security/deploy/deployAccess.ts';
import { seedFeatureLicenses, seedPermissionSetLicenses, seedUserLicenses } from './base/licenses.ts';
import { seedOrganization } from './base/organization.ts';
import { seedProfiles } from './base/profiles.ts';
import { assignPersonaSets, choosePersona } from './personas.ts';
import { PseudoRandom } from './PseudoRandom.ts';
import { seedAccessSets } from './sample/accessSets.ts';
import { seedAuditTrail } from './sample/auditTrail.ts';
import { seedChatterGroups } from './sample/chatterGroups.ts';
import { detailUsers } from './sample/detailUsers.ts';
import { seedLogins } from './sample/logins.ts';
import { seedFeatureUsers, seedGroups, seedPackages } from './sample/memberships.ts';
import { nameUsers } from './sample/nameUsers.ts';
import { planAccess } from './sample/planAccess.ts';
import type { PlannedUser } from './sample/PlannedUser.ts';
import { planUsers } from './sample/planUsers.ts';
import { platformUsers } from './sample/platformUsers.ts';
import { PortalContacts } from './sample/portalContacts.ts';
import { seedRoles } from './sample/roles.ts';
import { writeAccess } from './sample/writeAccess.ts';
import { writeUsers } from './sample/writeUsers.ts';
import { DAY, inOneTransaction, type SeededOrg, type SeedTarget } from './SeedTarget.ts';
import { dataFile, readSeed } from './seedData.ts';

export interface SampleOptions {
  /** 1 for about 1,200 users; 10 for about 12,000, with ten times the seats. */
  readonly scale?: number;
  /** How many permission sets are drawn for each user of the company, at least and at most; default 0 to 4. */
  readonly draws?: readonly [number, number];
  /** Which share of the assignments is drawn as one through a group; clean-up takes some of them away again. */
  readonly groupShare?: number;
}

/** One very large real org: 109,880 users, 295,620 assignments (data/README.md). */
export const LARGE: SampleOptions = { scale: 91.72, draws: [1, 7], groupShare: 0.178 };

/** Objects whose rows grow with the users. */
const MANY_ROWS = [
  'User',
  'UserLogin',
  'Contact',
  'PermissionSetAssignment',
  'PermissionSetLicenseAssign',
  'GroupMember',
  'CollaborationGroupMember',
  'UserPackageLicense',
  'SetupAuditTrail',
  'LoginHistory',
];

/** The same number every time: the same org every time. */
const SEED = 20_261_121;

/**
 * Fills an empty org with the sample: about 1,200 users, 400 of them inactive, and everything that they have and had. The same
 * users on every run; dates are counted back from the clock. The project's permission sets may be deployed before or after:
 * assignPersonaSets gives them to the personas.
 */
export function seedSample(target: SeedTarget, options: SampleOptions = {}): SeededOrg {
  const { scale = 1 } = options;
  return inOneTransaction(target.store, () => {
    const seeded = target.store.withoutIndexes(
      MANY_ROWS.filter((object) => target.schema.object(object)),
      () => fill(target, scale, options),
    );
    matchReportedSeats(target);
    return seeded;
  });
}

function fill(target: SeedTarget, scale: number, { draws = [0, 4], groupShare }: SampleOptions): SeededOrg {
  const { store } = target;
  const random = new PseudoRandom(SEED);
  const now = target.clock.now();
  const createdAt = now - 6 * 365 * DAY;
  const licenses = readSeed('licenses');
  const people = readSeed('people');
  const personas = readSeed('personas');
  const shares = readSeed('shares');
  const roles = readSeed('roles');
  const sets = readSeed('permission-sets');

  const organizationId = seedOrganization(store, { name: 'Northlake', createdAt });
  const seats = ({ name, total, isActive }: { name: string; total: number; isActive: boolean }) =>
    isActive ? Math.round(total * (licenses.userLicenses[name]?.seatFactor ?? 1) * scale) : total;
  const userLicenses = seedUserLicenses(target, licenses, seats, createdAt);
  const setLicenses = seedPermissionSetLicenses(target, licenses, scale, createdAt);
  seedFeatureLicenses(target, (field) => Math.round((licenses.featureLicenses[field]?.seats ?? 0) * scale));
  const profiles = seedProfiles(target, readSeed('profiles'), userLicenses, createdAt);
  const roleIds = seedRoles(store, roles);
  const seededSets = seedAccessSets(target, sets);
  deployExamples(target);

  const users = planUsers({ random, now, scale, licenses, profiles: readSeed('profiles'), personas });
  nameUsers(users, people, personas, random);
  const details = detailUsers(users, { random, now, people, roles, shares });
  const platform = platformUsers(organizationId, createdAt);
  const contacts = new PortalContacts(store, people, random);
  writeUsers(target, [...platform, ...users], { random, profiles, roleIds, details, contacts, shares });

  const labels = new Map(
    [...setLicenses].map(([label, id]) => [
      label,
      Number(store.getRow('PermissionSetLicense', id)?.TotalLicenses ?? 0),
    ]),
  );
  target.progress?.('Giving access…');
  const access = planAccess(users, {
    random,
    now,
    sets,
    licenses,
    seats: labels,
    draws,
    groupShare: groupShare ?? shares.assignmentsThroughGroups ?? 0,
  });
  writeAccess(target, access, seededSets, setLicenses);
  seedGroups(target, readSeed('groups'), users, random, scale);
  seedChatterGroups(target, readSeed('groups'), users, scale);
  seedPackages(target, licenses, users, random, scale);
  seedFeatureUsers(target, licenses, users, random, scale);

  const administrators = users.filter((user) => user.isActive && user.profile?.administrator);
  const automation = users.find((user) => user.isActive && user.profile?.name === 'Northlake Data Integration');
  const administrator = administrators[0];
  const automatedProcess = platform[0];
  if (!administrator || !automation || !automatedProcess)
    throw new Error('The sample org has no administrator or no automation user.');
  target.progress?.('Writing the audit trail and the login history…');
  seedAuditTrail(target, users, access, { random, now, shares, roles, administrators, automation });
  seedLogins(target, users, random);
  finish(target, users, { contacts, administratorId: administrator.id, organizationId });
  target.progress?.('Making the indexes…');
  for (const persona of personas) {
    const user = users.find((candidate) => candidate.persona === persona.key);
    if (user) choosePersona(store, persona.key, user.id, persona.description);
  }
  assignPersonaSets(store);
  return { organizationId, administratorId: administrator.id, automatedProcessUserId: automatedProcess.id };
}

/** Some licenses report more seats in use than their users take, as in real orgs. Users are counted once they are all there. */
function matchReportedSeats({ store, licenses }: SeedTarget): void {
  for (const [name, { reportedUsed }] of Object.entries(readSeed('licenses').userLicenses)) {
    if (reportedUsed === undefined) continue;
    // Names are not unique: users go to the license that is active (seedUserLicenses).
    const rows = store.findRows('UserLicense', { Name: name });
    const row = rows.findLast(({ Status }) => Status === 'Active') ?? rows[0];
    if (row) licenses.matchUsed('UserLicense', String(row.Id), reportedUsed);
  }
}

/** Owners, creators, and who the org cannot do without. */
function finish(
  target: SeedTarget,
  users: readonly PlannedUser[],
  {
    contacts,
    administratorId,
    organizationId,
  }: { contacts: PortalContacts; administratorId: string; organizationId: string },
): void {
  const { store } = target;
  contacts.giveOwner(administratorId);
  store.updateRow('Organization', organizationId, { CreatedById: administratorId, LastModifiedById: administratorId });
  store.rawRun('UPDATE "User" SET "CreatedById" = ?, "LastModifiedById" = ?', administratorId, administratorId);
  const needed = users.filter((user) => user.isActive && user.profile?.name === 'Northlake Sales Manager').slice(0, 2);
  const messages = [
    'You cannot deactivate the Default Workflow User',
    'You cannot deactivate this user. You cannot deactivate a user who is the default owner of cases',
  ];
  needed.forEach((user, index) => {
    store.rawRun(
      'INSERT INTO "local_deactivation_blocker" ("UserId", "Message") VALUES (?, ?)',
      user.id,
      messages[index] ?? '',
    );
  });
}

/** The example permission sets that stand beside the project, such as the lean system permissions of an operator. */
function deployExamples(target: SeedTarget): void {
  const folder = dataFile('..', 'examples', 'system-permissions', 'permissionsets');
  if (!existsSync(folder)) return;
  const metadataFiles = readdirSync(folder).map((file) => join(folder, file));
  const [problem] = deployAccess({ store: target.store, schema: target.schema, metadataFiles, classNames: [] });
  if (problem) throw new Error(`${problem.path}: ${problem.message}`);
}
