/** What a plan says about one item; as the components get it. */
export interface PlannedItem {
  readonly key: string;
  readonly kind: string;
  readonly targetId?: string | null;
  readonly label: string;
  readonly effect: string;
  readonly reason?: string | null;
}

export interface PlannedUser {
  readonly userId: string;
  readonly name: string;
  readonly canExecute: boolean;
  readonly refusals: readonly string[];
  readonly items: readonly PlannedItem[];
}

export interface OutcomeItem {
  readonly key: string;
  readonly result: string;
  readonly message?: string | null;
}

export interface Outcome {
  readonly status: string;
  readonly users: readonly { readonly userId: string; readonly items: readonly OutcomeItem[] }[];
}

const FIELD_KINDS: Readonly<Record<string, string>> = {
  profile: 'ProfileId',
  role: 'UserRoleId',
  manager: 'ManagerId',
  delegatedApprover: 'DelegatedApproverId',
  federationId: 'FederationIdentifier',
  activate: 'IsActive',
};

/** What of a state an item is about: the beginning of its line. */
function subjectOf(item: PlannedItem): string {
  const last = item.key.split('/').at(-1) ?? '';
  const field = FIELD_KINDS[item.kind];
  if (field) return field;
  if (item.kind === 'featureLicense') return last;
  if (item.kind === 'unfreeze') return 'frozen';
  if (item.kind === 'publicGroup' || item.kind === 'queue') return `group ${item.targetId ?? last}`;
  return `${item.kind} ${item.targetId ?? last}`;
}

/** The subjects of which the plan or the outcome says, in words, why they are not as they were. */
export function explainedSubjects(plan: PlannedUser, outcome: Outcome | undefined): Set<string> {
  const results = new Map(
    (outcome?.users ?? []).flatMap(({ items }) => items.map((item) => [item.key, item] as const)),
  );
  const explained = plan.items.filter((item) => {
    const result = results.get(item.key);
    const isRefusedByPlan = (item.effect === 'cannot' || item.effect === 'notChosen') && Boolean(item.reason);
    return (
      isRefusedByPlan || ((result?.result === 'failed' || result?.result === 'refused') && Boolean(result.message))
    );
  });
  return new Set(explained.map(subjectOf));
}

/** What a line of a state is about. */
export function subjectOfLine(line: string): string {
  const [first = '', second = ''] = line.split(' ');
  return /^[a-z]/.test(first) && first !== 'frozen' ? `${first} ${second}` : first;
}
