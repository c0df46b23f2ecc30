/** `lightning/platformShowToastEvent`: the event that a component dispatches to show a toast. */
export class ShowToastEvent extends CustomEvent<unknown> {
  constructor(detail: unknown) {
    super('lightning__showtoast', { bubbles: true, cancelable: true, composed: true, detail });
  }
}
