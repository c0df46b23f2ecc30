import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { labels } from 'c/reinstateRestoreLabels';

/** Shows again what was checked after a restore. */
export default class ReinstateChecksModal extends LightningModal {
    labels = labels;

    @api checks: Reinstate.RestoreCheck[] = [];

    handleClose(): void {
        this.close();
    }
}
