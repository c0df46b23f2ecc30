import { fill } from 'c/reinstateText';
import type { RestoreWork } from 'c/reinstateRestoreWork';
import { labels as dialogLabels } from 'c/reinstateRestoreLabels';
import { labels } from 'c/reinstatePanelLabels';

const RESULTS: Record<Reinstate.RestoreVerificationView['status'], string> = {
    Verified: dialogLabels.resultVerified,
    Pending: dialogLabels.resultPending,
    Attention: dialogLabels.resultAttention,
};

/** One sentence on where the work with a user stands, as it is shown and read out. */
export function workText(work: RestoreWork, name: string): string {
    return fill(patternOf(work), name);
}

/** Whether a person has to look: something did not work, or it is not known whether it did. */
export function needsAttention({ phase, verification }: RestoreWork): boolean {
    return ['failed', 'unknown', 'undoFailed'].includes(phase) || verification?.status === 'Attention';
}

function patternOf({ phase, outcome, verification }: RestoreWork): string {
    switch (phase) {
        case 'planning':
            return dialogLabels.planning;
        case 'executing':
            return dialogLabels.executing;
        case 'verifying':
            return dialogLabels.verifying;
        case 'restored':
            return verification ? RESULTS[verification.status] : dialogLabels.resultUnchecked;
        case 'failed':
            return verification ? dialogLabels.resultNotBack : labels.restoreFailed;
        case 'undoing':
            return labels.undoing;
        case 'undone':
            return verification?.status === 'Attention' ? labels.undoneAttention : labels.undone;
        case 'undoFailed':
            return labels.undoFailed;
        default:
            return outcome ? dialogLabels.resultUnchecked : dialogLabels.resultUnknown;
    }
}
