/** Base component modules that @salesforce/lightning-types lacks or describes without static members. */
declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';

  /**
   * What `open` takes: the settings of the dialog, the public properties of the subclass, and
   * one `on<event>` handler for each event that the subclass dispatches.
   */
  export interface ModalSettings {
    label: string;
    size?: 'small' | 'medium' | 'large' | 'full';
    description?: string;
    disableClose?: boolean;
    [property: string]: unknown;
  }

  export default class LightningModal extends LightningElement {
    /** Shows the dialog; resolves with what `close` was given, or undefined when it was dismissed. */
    static open(settings: ModalSettings): Promise<unknown>;
    label: string;
    size: 'small' | 'medium' | 'large' | 'full';
    description: string;
    /** While true, neither the close button nor the Escape key closes the dialog. */
    disableClose: boolean;
    close(result?: unknown): void;
  }
}
