import { LightningElement, api } from 'lwc';
import { labels } from 'c/reinstateRestoreLabels';

const KINDS: Partial<Record<Reinstate.PlanItem['kind'], string>> = {
    permissionSet: labels.kindPermissionSet,
    permissionSetGroup: labels.kindPermissionSetGroup,
    permissionSetLicense: labels.kindPermissionSetLicense,
    publicGroup: labels.kindPublicGroup,
    queue: labels.kindQueue,
    packageLicense: labels.kindPackageLicense,
};

const SOURCES: Record<NonNullable<Reinstate.PlanItem['source']>, string> = {
    live: '',
    auditTrail: labels.fromAuditTrail,
    snapshot: labels.fromSnapshot,
};

interface ShownItem {
    key: string;
    label: string;
    note: string;
}

/** One group of a plan's items under a heading; nothing at all when the group is empty. */
export default class ReinstatePlanItems extends LightningElement {
    @api heading = '';

    @api iconName = '';

    @api variant: string | undefined;

    @api items: Reinstate.PlanItem[] = [];

    get hasItems(): boolean {
        return this.items.length > 0;
    }

    get shownItems(): ShownItem[] {
        return this.items.map((item) => ({
            key: item.key,
            label: item.label,
            note: [
                KINDS[item.kind],
                item.source && SOURCES[item.source],
                item.effect === 'extended' && labels.extended,
                item.reason,
            ]
                .filter(Boolean)
                .join(' · '),
        }));
    }
}
