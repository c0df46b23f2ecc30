import { errorMessages } from 'c/reinstateErrors';

/** What did not work, with whom or what, and what to do next. */
interface Trouble {
    label: string;
    message?: string | null;
    statusCode?: string | null;
    cure?: string | null;
}

/** The steps of a restore or an undo that did not work. */
export function troubledItems(outcome: Reinstate.RestoreOutcomeView | null | undefined): Reinstate.ItemOutcome[] {
    return (outcome?.users ?? [])
        .flatMap((user) => user.items)
        .filter((item) => item.result === 'failed' || item.result === 'refused');
}

/** A trouble as one line: the thing, what happened, and its cure. */
export function sentenceOf({ label, message, statusCode, cure }: Trouble): string {
    return [`${label}:`, message ?? statusCode, cure].filter(Boolean).join(' ');
}

/** Every trouble of an outcome as a line; never empty. */
export function sentencesOf(outcome: Reinstate.RestoreOutcomeView): string[] {
    const sentences = troubledItems(outcome).map(sentenceOf);
    return sentences.length > 0 ? sentences : errorMessages(undefined);
}
