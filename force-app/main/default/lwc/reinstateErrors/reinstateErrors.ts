import { labels } from 'c/reinstateSharedLabels';

/**
 * The sentences that a failed call has for a person, whatever shape it failed in: an Apex answer
 * with one body or a list of bodies, page and field errors, a JavaScript error, or plain text.
 * Never empty: an error without a sentence gives one that says what to try.
 */
export function errorMessages(error: unknown): string[] {
    const messages = [...new Set(collect(error))].filter((message) => message.trim() !== '');
    return messages.length > 0 ? messages : [labels.unknownError];
}

/** Whether a failed call says that the running user was never given access to the product. */
export function isAccessMissing(error: unknown): boolean {
    return errorMessages(error).some((message) => /\bReinstateView\b|access to the Apex class/i.test(message));
}

/** Whether a failed call got no answer at all, so that it is not known what the server did. */
export function isUnanswered(error: unknown): boolean {
    if (!isRecord(error) || error.body === undefined) {
        return true;
    }
    return errorMessages(error).some((message) => /disconnected ?or ?canceled/i.test(message));
}

function collect(error: unknown): string[] {
    if (typeof error === 'string') {
        return [error];
    }
    if (Array.isArray(error)) {
        return error.flatMap(collect);
    }
    if (!isRecord(error)) {
        return [];
    }
    if (error.body !== undefined) {
        return collect(error.body);
    }
    const nested = [...asList(error.pageErrors), ...fieldErrors(error.fieldErrors)].flatMap(collect);
    return nested.length > 0 ? nested : collect(error.message);
}

function fieldErrors(errorsByField: unknown): unknown[] {
    return isRecord(errorsByField) ? Object.values(errorsByField).flatMap(asList) : [];
}

function asList(value: unknown): unknown[] {
    return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null;
}
