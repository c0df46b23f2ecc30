import { count, fill } from 'c/reinstateText';
import { isBack, isBusy } from 'c/reinstateRestoreWork';
import { troubledItems } from 'c/reinstateOutcomeText';
import type { RestoreWork } from 'c/reinstateRestoreWork';
import { needsAttention } from 'c/reinstateWorkText';
import { labels } from 'c/reinstateConsoleLabels';
import { labels as panelLabels } from 'c/reinstatePanelLabels';

/** What the row of a user says of what this session does with the user. */
export interface RowWork {
    phase: RestoreWork['phase'];
    text: string;
    icon: string;
    variant: string | undefined;
    /** When the user came back or was taken back; null while something is under way. */
    at: number | null;
    isBusy: boolean;
    /** What did not work, in full sentences. */
    messages: string[];
    /** How much the user had and does not have again; empty when nothing. */
    notBack: string;
    /** What stays after an undo. */
    stays: string[];
    canUndo: boolean;
    undoLabel: string;
    /** For a while after the restore the way back stands out, then it is a quiet link. */
    undoVariant: string;
    canCheckAgain: boolean;
    checkAgainLabel: string;
    hasDetails: boolean;
    detailsLabel: string;
}

const TEXTS: Record<RestoreWork['phase'], string> = {
    planning: labels.restoring,
    executing: labels.restoring,
    verifying: labels.checking,
    restored: labels.restored,
    unknown: labels.outcomeUnknown,
    failed: labels.notRestored,
    undoing: labels.undoing,
    undone: labels.undone,
    undoFailed: labels.notUndone,
};

export function toRowWork(work: RestoreWork, name: string): RowWork {
    const busy = isBusy(work);
    const isTroubled = needsAttention(work);
    return {
        phase: work.phase,
        text: work.phase === 'restored' && isTroubled ? labels.needsAttention : TEXTS[work.phase],
        ...lookOf(work.phase, isTroubled),
        at: busy ? null : work.at,
        isBusy: busy,
        messages: work.messages,
        notBack: work.phase === 'restored' ? notBackText(work) : '',
        stays:
            work.phase === 'undone' ? work.cannotTakeBack.map(({ label }) => fill(labels.cannotTakeBack, label)) : [],
        canUndo: isBack(work) && !busy,
        undoLabel: fill(labels.undoUser, name),
        undoVariant: work.isFresh ? 'brand-outline' : 'base',
        canCheckAgain: work.phase === 'unknown',
        checkAgainLabel: fill(labels.checkAgainOf, name),
        hasDetails: !busy && work.verification !== null,
        detailsLabel: fill(labels.viewChecksOf, name),
    };
}

/** Items that the plan left out, and those that failed. What other users hold was only an offer. */
function notBackText(work: RestoreWork): string {
    const leftOut = (work.plan?.users ?? [])
        .flatMap((user) => user.items)
        .filter((item) => ['cannot', 'notChosen'].includes(item.effect) && item.source !== 'peers');
    const quantity = new Set([...leftOut, ...troubledItems(work.outcome)].map(({ key }) => key)).size;
    return quantity === 0 ? '' : count(quantity, panelLabels.notAllBackOne, panelLabels.notAllBackMany);
}

function lookOf(phase: RestoreWork['phase'], isTroubled: boolean): Pick<RowWork, 'icon' | 'variant'> {
    if (phase === 'failed' || phase === 'undoFailed') {
        return { icon: 'utility:error', variant: 'error' };
    }
    if (isTroubled) {
        return { icon: 'utility:warning', variant: 'warning' };
    }
    return phase === 'undone'
        ? { icon: 'utility:undo', variant: undefined }
        : { icon: 'utility:success', variant: 'success' };
}
