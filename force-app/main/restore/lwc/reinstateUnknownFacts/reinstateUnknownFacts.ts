import { LightningElement, api } from 'lwc';
import { labels } from 'c/reinstatePanelLabels';

/** What nobody can know of a user, one sentence each with what would make it known; nothing where all is known. */
export default class ReinstateUnknownFacts extends LightningElement {
    labels = labels;

    @api facts: Reinstate.UnknownFact[] | null | undefined = [];

    /** The part of the panel whose facts are shown; all without one. */
    @api area: Reinstate.UnknownFact['area'] | null = null;

    get shown(): Reinstate.UnknownFact[] {
        return (this.facts ?? []).filter((fact) => this.area === null || fact.area === this.area);
    }

    get hasFacts(): boolean {
        return this.shown.length > 0;
    }
}
