import { LightningElement, api } from 'lwc';

/** Says what is being done in a dialog, which cannot be interrupted. */
export default class ReinstateWorking extends LightningElement {
    @api message = '';
}
