import { LightningElement, api } from 'lwc';
import { fill } from 'c/reinstateText';
import { subscriberLabels as labels } from 'c/reinstateSettingsLabels';

/** Where an administrator resumes a subscription. */
const PLATFORM_EVENTS = '/lightning/setup/EventObjects/home';

interface ShownSubscriber {
    name: string;
    label: string;
    isStopped: boolean;
    icon: string;
    variant: string;
    stateText: string;
    retriesText: string;
    errorText: string;
}

/** A trigger that had no event yet may not be listed as a subscriber. */
function stateOf({ label, status, isStopped }: Reinstate.SubscriberState): string {
    if (isStopped) return fill(labels.stopped, label, status);
    return status === 'Missing' ? labels.notListed : labels.running;
}

function iconOf({ status, isStopped }: Reinstate.SubscriberState): Pick<ShownSubscriber, 'icon' | 'variant'> {
    if (isStopped) return { icon: 'utility:error', variant: 'error' };
    return status === 'Missing'
        ? { icon: 'utility:info', variant: '' }
        : { icon: 'utility:success', variant: 'success' };
}

function shown(subscriber: Reinstate.SubscriberState): ShownSubscriber {
    const { name, label, isStopped, retries, lastError } = subscriber;
    return {
        name,
        label,
        isStopped,
        ...iconOf(subscriber),
        stateText: stateOf(subscriber),
        retriesText: retries ? fill(labels.retries, retries) : '',
        errorText: lastError ? fill(labels.lastError, lastError) : '',
    };
}

/** How the listeners to the events of Reinstate are doing, and what to do when one has stopped. */
export default class ReinstateSubscribers extends LightningElement {
    labels = labels;
    setupUrl = PLATFORM_EVENTS;

    @api subscribers: Reinstate.SubscriberState[] = [];

    get shown(): ShownSubscriber[] {
        return this.subscribers.map(shown);
    }

    get hasStopped(): boolean {
        return this.subscribers.some(({ isStopped }) => isStopped);
    }

    get isEmpty(): boolean {
        return this.subscribers.length === 0;
    }
}
