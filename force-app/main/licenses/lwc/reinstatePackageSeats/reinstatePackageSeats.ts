import { LightningElement, api } from 'lwc';
import findPackageSeats from '@salesforce/apex/SeatController.findPackageSeats';
import canReclaim from '@salesforce/customPermission/ReinstateReclaim';
import { NewestAnswer } from 'c/reinstateNewestAnswer';
import { count, fill } from 'c/reinstateText';
import ReinstateReleaseModal from 'c/reinstateReleaseModal';
import { labels, releaseLabels } from 'c/reinstateSeatLabels';

interface ShownPackage {
    licenseId: string;
    name: string;
    usedText: string;
    heldText: string;
    canRelease: boolean;
    releaseDescription: string;
}

function heldText(held: number | null | undefined): string {
    if (held == null) {
        return '';
    }
    return held === 0 ? labels.heldNone : count(held, labels.heldOne, labels.heldMany);
}

/** What is not known comes with the sentence that says so; only of a number that is known it can be said what is left. */
function usedText({ used, total, remaining, unknown }: Reinstate.PackageSeats): string {
    if (unknown && (remaining == null || used == null)) {
        return unknown;
    }
    const counts = total == null ? labels.wholeOrg : fill(labels.used, used ?? 0, total, remaining ?? 0);
    return unknown ? `${counts} ${unknown}` : counts;
}

function shown(seats: Reinstate.PackageSeats): ShownPackage {
    const { licenseId, name, heldByInactive } = seats;
    return {
        licenseId: licenseId ?? '',
        name,
        usedText: usedText(seats),
        heldText: heldText(heldByInactive),
        canRelease: (heldByInactive ?? 0) > 0 && Boolean(canReclaim),
        releaseDescription: fill(labels.releaseOf, name),
    };
}

/** Managed packages: seats used, left, and held by inactive users, which can be released. */
export default class ReinstatePackageSeats extends LightningElement {
    labels = labels;
    packages: Reinstate.PackageSeats[] | undefined;
    messages: string[] = [];
    announcement = '';

    private readonly reading = new NewestAnswer<Reinstate.PackageSeats[] | null>({
        answered: (packages) => {
            this.packages = packages ?? [];
        },
        failed: (messages) => {
            this.messages = messages;
        },
    });

    connectedCallback(): void {
        this.refresh();
    }

    disconnectedCallback(): void {
        this.reading.drop();
    }

    /** Reads the packages again; what is on display stays until they are there. */
    @api
    async refresh(): Promise<void> {
        this.messages = [];
        await this.reading.ask(() => findPackageSeats());
    }

    get isLoading(): boolean {
        return this.packages === undefined && !this.hasFailed;
    }

    get hasFailed(): boolean {
        return this.messages.length > 0;
    }

    get isEmpty(): boolean {
        return this.packages?.length === 0;
    }

    get shown(): ShownPackage[] {
        return (this.packages ?? []).map(shown);
    }

    handleRetry(): void {
        this.refresh();
    }

    async handleRelease(event: Event): Promise<void> {
        const { licenseId, name } = (event.currentTarget as HTMLElement).dataset;
        const sentence = await ReinstateReleaseModal.open({
            label: fill(releaseLabels.heading, name ?? ''),
            size: 'small',
            licenseId,
            packageName: name,
        });
        if (typeof sentence === 'string') {
            this.announcement = sentence;
            this.refresh();
        }
    }
}
