export type AccessChoice = NonNullable<Reinstate.RestoreOptions['accessChoice']>;

/** What a change of a user needs to be shown and sent. */
export type Choice = Reinstate.RestoreChoice;

/** What an operator chose in the panel for one user. Never changed in place. */
export interface PlanChoices {
    /** Null: as the settings say. */
    sendsMail: boolean | null;
    keepsFrozen: boolean;
    reason: string;
    ticket: string;
    accessChoice: AccessChoice;
    /** Item keys that were unticked, and that were ticked though they are left out by themselves. */
    excluded: readonly string[];
    included: readonly string[];
    profile: Choice | null;
    role: Choice | null;
    clearsRole: boolean;
    manager: Choice | null;
    clearsManager: boolean;
    copyFrom: Choice | null;
    offersPeers: boolean;
}

/** Kinds of items that are an account's state and not access: every restore does them. */
const ACCOUNT_KINDS: readonly Reinstate.PlanItem['kind'][] = ['activate', 'unfreeze', 'unlock', 'passwordMail'];

export function firstChoices(accessChoice: AccessChoice): PlanChoices {
    return {
        sendsMail: null,
        keepsFrozen: false,
        reason: '',
        ticket: '',
        accessChoice,
        excluded: [],
        included: [],
        profile: null,
        role: null,
        clearsRole: false,
        manager: null,
        clearsManager: false,
        copyFrom: null,
        offersPeers: false,
    };
}

/** The choices as Apex takes them. */
export function toOptions(choices: PlanChoices, userId: string, replacesKey: string | null): Reinstate.RestoreOptions {
    return {
        sendPasswordMail: choices.sendsMail,
        keepFrozen: choices.keepsFrozen,
        reason: choices.reason.trim() || null,
        ticket: choices.ticket.trim() || null,
        excludedItemKeys: [...choices.excluded],
        includedItemKeys: [...choices.included],
        accessChoice: choices.accessChoice,
        changes: changesOf(choices, userId),
        copyFromUserId: choices.copyFrom?.id ?? null,
        offersPeers: choices.offersPeers,
        replacesKey,
    };
}

/** Whether the item comes back with these choices. What was ticked last counts more than a plan that is on its way. */
export function isTicked(item: Reinstate.PlanItem, choices: PlanChoices): boolean {
    if (choices.included.includes(item.key)) {
        return true;
    }
    return !choices.excluded.includes(item.key) && (item.effect === 'comesBack' || item.effect === 'extended');
}

/** Whether the item is access, and not the state of the account or its mail. */
export function isAccess(item: Reinstate.PlanItem): boolean {
    return !ACCOUNT_KINDS.includes(item.kind);
}

/** Whether a person decides on the item: it is access, and nothing speaks against it. */
export function canTick(item: Reinstate.PlanItem): boolean {
    return isAccess(item) && ['comesBack', 'extended', 'notChosen'].includes(item.effect);
}

/** Choices with one item ticked or unticked. The other items stay as they are, also when the door was "least". */
export function withTick(
    choices: PlanChoices,
    items: readonly Reinstate.PlanItem[],
    key: string,
    ticked: boolean,
): PlanChoices {
    const excluded = new Set(choices.excluded);
    const included = new Set(choices.included);
    for (const item of items.filter(canTick)) {
        if (item.key === key ? ticked : isTicked(item, choices)) {
            excluded.delete(item.key);
            // What comes back by itself is not insisted on: should it become risky meanwhile, it is left out again.
            if (item.effect === 'notChosen') {
                included.add(item.key);
            }
        } else {
            included.delete(item.key);
            excluded.add(item.key);
        }
    }
    return { ...choices, accessChoice: 'pick', excluded: [...excluded], included: [...included] };
}

/** Choices behind another door. All and least start over; pick goes on with what is ticked now. */
export function withDoor(
    choices: PlanChoices,
    items: readonly Reinstate.PlanItem[],
    accessChoice: AccessChoice,
): PlanChoices {
    if (accessChoice !== 'pick') {
        return { ...choices, accessChoice, excluded: [], included: [] };
    }
    const [first] = items.filter(canTick);
    return first ? withTick(choices, items, first.key, isTicked(first, choices)) : { ...choices, accessChoice };
}

function changesOf(choices: PlanChoices, userId: string): Reinstate.UserChange[] {
    const { profile, role, clearsRole, manager, clearsManager } = choices;
    if (!profile && !role && !clearsRole && !manager && !clearsManager) {
        return [];
    }
    return [
        {
            userId,
            profileId: profile?.id ?? null,
            roleId: clearsRole ? null : (role?.id ?? null),
            clearsRole,
            managerId: clearsManager ? null : (manager?.id ?? null),
            clearsManager,
        },
    ];
}
