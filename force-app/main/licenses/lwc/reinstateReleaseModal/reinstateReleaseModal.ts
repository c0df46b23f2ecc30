import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import findHeldByInactive from '@salesforce/apex/SeatController.findHeldByInactive';
import planRelease from '@salesforce/apex/SeatController.planRelease';
import release from '@salesforce/apex/SeatController.release';
import { errorMessages } from 'c/reinstateErrors';
import { sentenceOf } from 'c/reinstateOutcomeText';
import { count, fill } from 'c/reinstateText';
import { releaseLabels as labels } from 'c/reinstateSeatLabels';

type Phase = 'loading' | 'choosing' | 'working' | 'finished' | 'failed';

interface ShownHolder extends Reinstate.RestoreChoice {
    isChosen: boolean;
}

/** As many as Apex lists and releases at once. */
const MOST = 200;

/**
 * Releases seats of one managed package: names first, then the release of those chosen. Closes with a sentence when seats
 * were released, otherwise with nothing.
 */
export default class ReinstateReleaseModal extends LightningModal {
    labels = labels;

    @api licenseId = '';

    @api packageName = '';

    phase: Phase = 'loading';
    holders: Reinstate.RestoreChoice[] = [];
    excluded: string[] = [];
    failureHeading = '';
    messages: string[] = [];
    resultText = '';
    notReleased: string[] = [];

    connectedCallback(): void {
        this.load();
    }

    get isLoading(): boolean {
        return this.phase === 'loading';
    }

    get isWorking(): boolean {
        return this.phase === 'working';
    }

    get isFinished(): boolean {
        return this.phase === 'finished';
    }

    get hasFailed(): boolean {
        return this.phase === 'failed';
    }

    get isChoosing(): boolean {
        return this.phase === 'choosing';
    }

    get hasHolders(): boolean {
        return this.holders.length > 0;
    }

    get explanation(): string {
        return fill(this.hasHolders ? labels.explain : labels.nobody, this.packageName);
    }

    get manyText(): string {
        return this.holders.length >= MOST ? fill(labels.many, MOST) : '';
    }

    get shown(): ShownHolder[] {
        return this.holders.map((holder) => ({ ...holder, isChosen: !this.excluded.includes(holder.id) }));
    }

    get chosen(): string[] {
        return this.holders.map(({ id }) => id).filter((id) => !this.excluded.includes(id));
    }

    get isAllChosen(): boolean {
        return this.excluded.length === 0;
    }

    get offersConfirm(): boolean {
        return this.isChoosing && this.hasHolders;
    }

    get cannotConfirm(): boolean {
        return this.chosen.length === 0;
    }

    get confirmLabel(): string {
        return count(this.chosen.length, labels.confirmOne, labels.confirmMany);
    }

    get closeLabel(): string {
        return this.offersConfirm ? labels.cancel : labels.close;
    }

    get hasNotReleased(): boolean {
        return this.notReleased.length > 0;
    }

    handleAll(event: CustomEvent<{ checked: boolean }>): void {
        this.excluded = event.detail.checked ? [] : this.holders.map(({ id }) => id);
    }

    handleChoice(event: CustomEvent<{ checked: boolean }>): void {
        const id = (event.currentTarget as HTMLElement).dataset.userId ?? '';
        const others = this.excluded.filter((excluded) => excluded !== id);
        this.excluded = event.detail.checked ? others : [...others, id];
    }

    handleRetry(): void {
        this.load();
    }

    handleClose(): void {
        this.close(this.resultText || undefined);
    }

    async handleConfirm(): Promise<void> {
        this.phase = 'working';
        this.disableClose = true;
        try {
            const packageLicenseId = this.licenseId;
            const plan = (await planRelease({ packageLicenseId, userIds: this.chosen })) as Reinstate.SeatReleasePlan;
            const outcome = (await release({ key: plan.key })) as Reinstate.RestoreOutcomeView;
            this.show(plan, outcome);
        } catch (error) {
            this.fail(labels.failed, errorMessages(error));
        }
        this.disableClose = false;
    }

    private show(plan: Reinstate.SeatReleasePlan, outcome: Reinstate.RestoreOutcomeView): void {
        const items = outcome.users.map(({ userId, items: [item] }) => ({ userId, item }));
        const released = items.filter(({ item }) => item?.result === 'done').length;
        this.resultText = count(released, labels.doneOne, labels.doneMany);
        this.notReleased = items
            .filter(({ item }) => item?.result !== 'done')
            .map(({ userId, item }) => {
                const user = plan.users.find((candidate) => candidate.userId === userId);
                return sentenceOf({ ...item, label: user?.name ?? userId, message: user?.refusal ?? item?.message });
            });
        this.phase = 'finished';
    }

    private async load(): Promise<void> {
        this.phase = 'loading';
        this.excluded = [];
        try {
            const packageLicenseId = this.licenseId;
            this.holders = ((await findHeldByInactive({ packageLicenseId })) ?? []) as Reinstate.RestoreChoice[];
            this.phase = 'choosing';
        } catch (error) {
            this.fail(labels.loadFailed, errorMessages(error));
        }
    }

    private fail(heading: string, messages: string[]): void {
        this.failureHeading = heading;
        this.messages = messages;
        this.phase = 'failed';
    }
}
