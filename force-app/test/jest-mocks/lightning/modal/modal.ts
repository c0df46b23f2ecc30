import { LightningElement, api } from 'lwc';

/** Stands in for the dialog base class: `open` and `close` are recorded, nothing is laid over the page. */
export default class LightningModal extends LightningElement {
    static open = jest.fn();

    @api label = '';

    @api size = 'medium';

    @api description = '';

    @api disableClose = false;

    @api close = jest.fn();
}
