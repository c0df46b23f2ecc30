import error from '@salesforce/label/c.Reinstate_UI_Error';
import retry from '@salesforce/label/c.Reinstate_UI_Retry';
import slow from '@salesforce/label/c.Reinstate_UI_Slow';
import unknownError from '@salesforce/label/c.Reinstate_UI_UnknownError';

/** Labels that every feature uses. */
export const labels = {
    error,
    retry,
    slow,
    unknownError,
};
