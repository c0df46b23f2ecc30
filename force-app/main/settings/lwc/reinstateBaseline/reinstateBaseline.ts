import { LightningElement, api } from 'lwc';
import switchBaseline from '@salesforce/apex/RestoreSettingsController.switchBaseline';
import { errorMessages } from 'c/reinstateErrors';
import { fill, timestamp } from 'c/reinstateText';
import { baselineLabels as labels } from 'c/reinstateSettingsLabels';
import { storageText } from 'c/reinstateStorage';

/** The nightly baseline: how it is doing, and its switch, which says first what it costs. Fires `statechange`. */
export default class ReinstateBaseline extends LightningElement {
    labels = labels;

    @api baseline: Reinstate.BaselineState | undefined;

    @api canConfigure = false;

    isAsking = false;
    isSwitching = false;
    messages: string[] = [];

    private movesFocus = false;

    renderedCallback(): void {
        if (this.movesFocus && this.isAsking) {
            this.movesFocus = false;
            this.template?.querySelector<HTMLElement>('[data-question]')?.focus();
        }
    }

    get isOn(): boolean {
        return this.baseline?.isOn === true;
    }

    get stateText(): string {
        return this.isOn ? labels.on : labels.off;
    }

    get recordsText(): string {
        return fill(labels.records, this.baseline?.records ?? 0);
    }

    get lastRun(): number | null {
        return timestamp(this.baseline?.lastRun);
    }

    get nextRun(): number | null {
        return timestamp(this.baseline?.nextRun);
    }

    get runsAsText(): string {
        return this.baseline?.runsAs ? fill(labels.runsAs, this.baseline.runsAs) : '';
    }

    get needsAttention(): boolean {
        return this.isOn && this.baseline?.hasFailed === true;
    }

    get storageQuestion(): string {
        const { activeUsers = 0, estimatedKilobytes = 0 } = this.baseline ?? {};
        return fill(labels.askStorage, activeUsers, storageText(estimatedKilobytes));
    }

    get offersOn(): boolean {
        return this.canConfigure && !this.isOn && !this.isAsking;
    }

    get offersOff(): boolean {
        return this.canConfigure && this.isOn;
    }

    get hasFailed(): boolean {
        return this.messages.length > 0;
    }

    handleAsk(): void {
        this.isAsking = true;
        this.movesFocus = true;
    }

    handleCancel(): void {
        this.isAsking = false;
    }

    handleOn(): void {
        this.turn(true);
    }

    handleOff(): void {
        this.turn(false);
    }

    private async turn(isOn: boolean): Promise<void> {
        this.isSwitching = true;
        this.messages = [];
        try {
            const state = (await switchBaseline({ isOn })) as Reinstate.SettingsState;
            this.isAsking = false;
            this.dispatchEvent(new CustomEvent('statechange', { detail: state }));
        } catch (error) {
            this.messages = errorMessages(error);
        }
        this.isSwitching = false;
    }
}
