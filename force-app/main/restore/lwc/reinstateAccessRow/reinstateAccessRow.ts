import { timestamp } from 'c/reinstateText';
import { labels as dialogLabels } from 'c/reinstateRestoreLabels';
import { labels } from 'c/reinstatePanelLabels';
import { canTick, isAccess, isTicked } from 'c/reinstatePlanChoices';
import type { PlanChoices } from 'c/reinstatePlanChoices';

const KINDS: Record<Reinstate.PlanItem['kind'], string> = {
    activate: labels.kindAccount,
    unfreeze: labels.kindAccount,
    unlock: labels.kindAccount,
    passwordMail: labels.kindMail,
    permissionSet: dialogLabels.kindPermissionSet,
    permissionSetGroup: dialogLabels.kindPermissionSetGroup,
    permissionSetLicense: dialogLabels.kindPermissionSetLicense,
    publicGroup: dialogLabels.kindPublicGroup,
    queue: dialogLabels.kindQueue,
    chatterGroup: dialogLabels.kindChatterGroup,
    packageLicense: dialogLabels.kindPackageLicense,
    featureLicense: labels.kindFeatureLicense,
    profile: labels.kindProfile,
    role: labels.kindRole,
    manager: labels.kindManager,
    delegatedApprover: labels.kindDelegatedApprover,
    federationId: labels.kindFederationId,
};

const SOURCES: Record<NonNullable<Reinstate.PlanItem['source']>, string> = {
    live: labels.sourceLive,
    snapshot: labels.sourceSnapshot,
    baseline: labels.sourceBaseline,
    auditTrail: labels.sourceAuditTrail,
    peers: labels.sourcePeers,
    copy: labels.sourceCopy,
};

/** Yes, no or not known, in a word and an icon. */
export interface Cell {
    column: string;
    text: string;
    icon: string;
    variant: string | undefined;
}

/** One item of a plan as the table shows it: every text and decision made. */
export interface AccessRow {
    key: string;
    label: string;
    kind: string;
    source: string;
    asOf: number | null;
    notes: string[];
    isHighRisk: boolean;
    isRiskUnknown: boolean;
    canTick: boolean;
    isTicked: boolean;
    cells: Cell[];
    effect: string;
}

/** How many items a column says yes to, and for how many it is not known. */
export interface ColumnCount {
    yes: number;
    unknown: number;
}

/** How many items the user had, has and will have. The account itself and its mail are no access and do not count. */
export function countsOf(
    items: readonly Reinstate.PlanItem[],
    choices: PlanChoices,
): Record<'had' | 'has' | 'willHave', ColumnCount> {
    const access = items.filter(isAccess);
    return {
        had: counted(access.map((item) => item.had)),
        has: counted(access.map((item) => item.has)),
        willHave: counted(access.map((item) => willHave(item, choices))),
    };
}

function counted(answers: readonly (boolean | null | undefined)[]): ColumnCount {
    return {
        yes: answers.filter((answer) => answer === true).length,
        unknown: answers.filter((answer) => answer == null).length,
    };
}

export function toAccessRow(item: Reinstate.PlanItem, choices: PlanChoices): AccessRow {
    const isChoice = canTick(item);
    const ticked = isTicked(item, choices);
    return {
        key: item.key,
        label: item.label,
        kind: KINDS[item.kind],
        source: item.source ? SOURCES[item.source] : '',
        asOf: timestamp(item.asOf),
        notes: notesOf(item),
        isHighRisk: item.isHighRisk === true,
        isRiskUnknown: item.isHighRisk === null,
        canTick: isChoice,
        isTicked: ticked,
        cells: [
            cell('had', item.had),
            cell('has', item.has),
            cell('willHave', willHave(item, choices), isChoice && ticked ? 'success' : undefined),
        ],
        effect: item.effect,
    };
}

/** What is ticked counts more than a plan that is on its way. */
function willHave(item: Reinstate.PlanItem, choices: PlanChoices): boolean | null | undefined {
    return canTick(item) ? isTicked(item, choices) : item.willHave;
}

function notesOf(item: Reinstate.PlanItem): string[] {
    const notes = [item.detail, item.effect === 'extended' ? dialogLabels.extended : null, item.reason];
    return notes.filter((note): note is string => Boolean(note));
}

function cell(column: string, answer: boolean | null | undefined, variant?: string): Cell {
    if (answer == null) {
        return { column, text: labels.notKnown, icon: 'utility:question', variant: undefined };
    }
    return answer
        ? { column, text: labels.yes, icon: 'utility:check', variant }
        : { column, text: labels.no, icon: 'utility:dash', variant: undefined };
}
