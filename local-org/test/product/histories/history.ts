import fc from 'fast-check';

/** What happens to one user: gets access, is deactivated, and others clean up. */
export interface UserHistory {
  /** Chatter groups that are joined before the deactivation, and some that are left before it or after it. */
  readonly joined: readonly Deed[];
  readonly left: readonly Deed[];
  readonly before: readonly Deed[];
  readonly cleanUp: readonly Deed[];
}

/** One change of a user; `target` names a record of the sample org, or is the value of a field. */
export interface Deed {
  readonly verb: string;
  readonly target: string;
}

const GRANTS: readonly Deed[] = [
  ...['Account_Plans', 'Case_Escalation', 'Report_Export', 'Data_Stewardship', 'User_Administration'].map(set),
  ...['Sales_Desktop', 'Platform_Inventory', 'Sales_Console', 'Field_Service_App', 'Branch_Appointments'].map(set),
  ...['Sales_Team', 'Service_Team', 'Data_Guardians'].map((target) => ({ verb: 'SetGroup', target })),
  ...['SalesConsoleUser', 'FieldServiceStandard'].map((target) => ({ verb: 'License', target })),
  ...['All_Sales', 'Price_Approvers', 'Tier_1_Support', 'Renewals'].map((target) => ({ verb: 'Group', target })),
  ...['quoteflow', 'docmerge'].map((target) => ({ verb: 'Package', target })),
];

/** No setup objects: whoever changes them does so in a transaction of its own. */
const CHATTER: readonly Deed[] = ['Product Ideas', 'Pricing Committee', 'Trade Fair 2024', 'Project Harbor'].map(
  (target) => ({ verb: 'Chatter', target }),
);

const FIELDS: readonly Deed[] = [
  { verb: 'set UserPermissionsMarketingUser', target: 'true' },
  { verb: 'set UserPermissionsSFContentUser', target: 'true' },
  { verb: 'set ManagerId', target: 'manager' },
  { verb: 'set DelegatedApproverId', target: 'manager' },
  { verb: 'set FederationIdentifier', target: 'federation' },
];

const CLEARED: readonly Deed[] = [
  { verb: 'set UserPermissionsMarketingUser', target: 'false' },
  { verb: 'set UserPermissionsSFContentUser', target: 'false' },
  { verb: 'set ManagerId', target: '' },
  { verb: 'set DelegatedApproverId', target: '' },
  { verb: 'set FederationIdentifier', target: '' },
  { verb: 'set UserRoleId', target: '' },
  { verb: 'set UserRoleId', target: 'otherRole' },
  { verb: 'set ProfileId', target: 'otherProfile' },
  { verb: 'freeze', target: '' },
];

function set(target: string): Deed {
  return { verb: 'Set', target };
}

const give = ({ verb, target }: Deed): Deed => ({ verb: `give ${verb}`, target });
const take = ({ verb, target }: Deed): Deed => ({ verb: `take ${verb}`, target });

const someOf = (deeds: readonly Deed[], maxLength: number): fc.Arbitrary<Deed[]> =>
  fc.uniqueArray(fc.constantFrom(...deeds), { maxLength });

/** Histories of one user. Most of what is taken away was there; a little is given meanwhile. */
export const userHistory: fc.Arbitrary<UserHistory> = fc
  .record({
    granted: someOf(GRANTS, 8),
    fields: someOf(FIELDS, 3),
    cleared: someOf(CLEARED, 4),
    takenAll: fc.boolean(),
    taken: someOf(GRANTS, 6),
    given: someOf(
      GRANTS.filter(({ verb }) => verb === 'Set'),
      1,
    ),
    chatter: someOf(CHATTER, 4),
    left: someOf(CHATTER, 1),
    order: fc.infiniteStream(fc.nat(1000)),
  })
  .map(({ granted, fields, cleared, takenAll, taken, given, chatter, left, order }) => ({
    joined: chatter.map(give),
    left: left.map(take),
    before: [...granted.map(give), ...fields],
    cleanUp: shuffled([...(takenAll ? granted : taken).map(take), ...given.map(give), ...cleared], order),
  }));

/** Without randomness of its own, so that a failure can be repeated. */
function shuffled(deeds: readonly Deed[], order: Iterator<number>): Deed[] {
  const keyed = deeds.map((deed) => ({ deed, key: Number(order.next().value) }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ deed }) => deed);
}
