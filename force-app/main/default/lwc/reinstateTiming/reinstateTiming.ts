/* eslint-disable @lwc/lwc/no-async-operation -- the one place where components wait on purpose */

/** Resolves after the given number of milliseconds. */
export function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
    });
}

/** A call that is made after a quiet time, and starts its wait again each time it is scheduled. */
export interface DelayedCall {
    schedule(): void;
    cancel(): void;
}

/** Delays an action by the given number of milliseconds; only the last schedule counts. */
export function delayed(action: () => void, milliseconds: number): DelayedCall {
    let timer: ReturnType<typeof setTimeout> | undefined;
    return {
        schedule() {
            clearTimeout(timer);
            timer = setTimeout(action, milliseconds);
        },
        cancel() {
            clearTimeout(timer);
        },
    };
}
