/** Tells when the end of a list comes into sight. The element that marks the end may be another after each rendering. */
export class EndOfList {
    private observer: IntersectionObserver | undefined;
    private readonly reached: () => void;

    constructor(reached: () => void) {
        this.reached = reached;
    }

    watch(end: Element | null | undefined): void {
        this.stop();
        if (!end || typeof IntersectionObserver !== 'function') {
            return;
        }
        this.observer ??= new IntersectionObserver((entries) => {
            if (entries.some((entry) => entry.isIntersecting)) {
                this.reached();
            }
        });
        this.observer.observe(end);
    }

    stop(): void {
        this.observer?.disconnect();
    }
}
