import { LightningElement, api } from 'lwc';

/** Renders a real button: the stub of sfdx-lwc-jest has none, so that names and roles could not be checked. */
export default class Button extends LightningElement {
    @api ariaLabel: string | null = null;

    @api disabled = false;

    @api label = '';

    @api variant = 'neutral';
}
