import { LightningElement, api } from 'lwc';
import timeZone from '@salesforce/i18n/timeZone';

type Format = 'date' | 'time' | 'dateTime';

/** A moment in the time zone and the language of the running user's Salesforce settings, not of the browser. */
export default class ReinstateDateTime extends LightningElement {
    timeZone = timeZone;

    /** Timestamp in milliseconds; nothing is shown for null. */
    @api value: number | null = null;

    @api format: Format = 'dateTime';

    get year(): string | undefined {
        return this.format === 'time' ? undefined : 'numeric';
    }

    get month(): string | undefined {
        return this.format === 'time' ? undefined : 'short';
    }

    get day(): string | undefined {
        return this.format === 'time' ? undefined : 'numeric';
    }

    get hour(): string | undefined {
        return this.format === 'date' ? undefined : 'numeric';
    }

    get minute(): string | undefined {
        return this.format === 'date' ? undefined : '2-digit';
    }
}
